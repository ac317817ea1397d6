package io.equipoise.dosing.domain.quantity;

import static io.equipoise.dosing.domain.quantity.Written.DecimalMark.COMMA;
import static io.equipoise.dosing.domain.quantity.Written.DecimalMark.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.web.StrictJson;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitSpellingSpec {

    @ParameterizedTest
    @ValueSource(strings = {"\u00b5g", "\u03bcg", "ug", "mcg", "\u00a0ug", "ug\u202f", "Micrograms"})
    @Acceptance("DO-19")
    void every_spelling_of_a_microgram_is_one_unit(String spelling) {
        assertThat(Unit.spelled(spelling)).contains(Unit.UG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20-50 ug",
                "20\u201350 \u00b5g",
                "20 \u2013 50\u00a0\u03bcg",
                "20\u201050\u202fug",
                "20\u221250ug"
            })
    @Acceptance("DO-19")
    void every_dash_and_every_space_makes_the_same_range_and_the_printed_text_is_kept(String printed) {
        assertThat(Written.read(printed, POINT))
                .contains(new Written(printed, new BigDecimal("20"), new BigDecimal("50"), Unit.UG, null));
    }

    @Test
    @Acceptance("DO-19")
    void a_decimal_comma_counts_only_where_it_was_declared() {
        assertThat(Written.read("0,5 mg", COMMA).orElseThrow().low()).isEqualTo("0.5");
        assertThat(Written.read("0,5 mg", POINT)).isEmpty();
        assertThat(Written.read("2.000 mg", COMMA)).isEmpty();
    }

    @Test
    void a_power_of_ten_is_read_where_it_is_marked_and_never_guessed() {
        assertThat(Written.read("2x10^8 nv/mL", POINT))
                .contains(
                        new Written("2x10^8 nv/mL", Exact.number("2e8"), Exact.number("2e8"), Unit.NANOVESICLES, "mL"));
        assertThat(Written.read("2 \u00d7 10\u2078 particles", POINT)
                        .orElseThrow()
                        .low())
                .isEqualTo(Exact.number("2e8"));
        assertThat(Written.read("0.5-2 x10\u00b9\u2070 particles", POINT)
                        .orElseThrow()
                        .high())
                .isEqualTo(Exact.number("2e10"));
        assertThat(Written.read("2x108 particles", POINT))
                .as("a superscript lost in copying")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Eq 20 stem cells", "", "ug", "20 to 50 ug", "50-20 ug", "20 Ug", "-5 mg", "1e5 zz", "NaN mg"})
    void what_says_no_amount_is_not_read(String printed) {
        assertThat(Written.read(printed, POINT)).isEmpty();
    }

    @Test
    void a_capital_letter_is_not_a_slip_in_a_short_symbol() {
        assertThat(Unit.spelled("Mg")).isEmpty();
        assertThat(Unit.spelled("PARTICLES")).contains(Unit.PARTICLES);
        assertThat(Unit.spelled("stone")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"24000000000000", "2.4e13", "20000000000", "123456789012345678901234567890", "0.000000000001"})
    @Acceptance("DO-18")
    void a_big_number_comes_through_json_with_every_digit(String number) {
        var measured = Measured.of(new ParticleCount(Exact.number(number), Unit.PARTICLES));
        var json = StrictJson.mapper().writeValueAsString(measured);
        var back = StrictJson.mapper().readValue(json, Measured.class);
        assertThat(back.quantity()).contains(new ParticleCount(new BigDecimal(number), Unit.PARTICLES));
        assertThat(json).doesNotContainIgnoringCase("e+").doesNotContain("E1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "1e-99", "-1", "1,000", "", "0x10", " 1", "1.", "NaN", "1e999999999"})
    void a_number_that_nobody_could_mean_is_none(String text) {
        assertThat(Exact.parse(text)).isEmpty();
    }
}
