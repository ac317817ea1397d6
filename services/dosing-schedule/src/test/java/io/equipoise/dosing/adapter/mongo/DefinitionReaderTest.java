package io.equipoise.dosing.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Levels;
import io.equipoise.dosing.domain.Protocol;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Reduction;
import io.equipoise.dosing.domain.Rhythm;
import io.equipoise.dosing.domain.Ward;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.web.StrictJson;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionReaderTest {

    @Test
    void the_course_is_read_as_it_is_stated() {
        var read = read(Told.DEFINITION);
        var expected = Ward.EVERY_12_WEEKS;
        assertThat(read.randomized()).isTrue();
        assertThat(read.firstDose()).isEqualTo(expected.firstDose());
        assertThat(read.scans()).isEqualTo(expected.scans().subList(0, 2));
        var course = read.courses().getFirst();
        assertThat(course)
                .usingRecursiveComparison()
                .ignoringFields("rhythm", "amount")
                .isEqualTo(expected.courses().getFirst());
        assertThat(course.rhythm()).isEqualTo(new Rhythm.Every(Period.ofWeeks(12), 4, Period.ofWeeks(48)));
        assertThat(course.amount()).isEqualTo(AmountRule.of(AmountRule.Per.DOSE, "10000000000", "particles"));
    }

    @Test
    void as_registered_the_study_says_what_it_leaves_open_by_saying_nothing() {
        var read = read("""
            {"design": {"allocation": {"basis": "stated", "value": "RANDOMIZED"}},
             "dosing": {
              "firstDose": {"basis": "unknown", "text": "first-dose anchor"},
              "courses": [{"course": "INFUSION", "title": "Infusion",
                "amount": {"basis": "unknown"}, "minimumGap": {"basis": "unknown"}, "window": {"basis": "unknown"},
                "volume": {"basis": "unknown"}}]},
             "imaging": {"scans": {"basis": "unknown"}}}\
            """);
        var course = read.courses().getFirst();
        assertThat(read.firstDose()).isNull();
        assertThat(course.amount()).isNull();
        assertThat(course.minimumGap()).isNull();
        assertThat(course.window()).isNull();
        assertThat(course.volume()).isNull();
        assertThat(course.rhythm()).isNull();
        assertThat(course.routes()).isEmpty();
        assertThat(read.scans()).isEmpty();
    }

    @Test
    @Acceptance("DO-5")
    void an_amount_that_is_only_printed_stays_unread_until_somebody_signs_for_a_reading() {
        assertThat(amount("{\"basis\":\"unknown\",\"text\":\"Eq 20 stem cells\"}"))
                .isNull();
        var signed = amount("""
            {"basis": "read", "text": "Eq 20 stem cells", "by": "study team", "on": "2026-11-22", "why": "millions",
             "value": {"per": "DOSE", "number": "20e6", "unit": "cell-equivalents"}}\
            """);
        assertThat(signed).isEqualTo(AmountRule.of(AmountRule.Per.DOSE, "20000000", "cell-equivalents"));
    }

    @Test
    void an_unknown_value_is_unknown_even_if_somebody_wrote_one() {
        assertThat(rhythm("{\"basis\":\"unknown\",\"value\":{\"kind\":\"ONCE\"}}"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4", "4.5", "\"4\"", "1000000", "null", "[4]"})
    void a_number_of_doses_that_is_none_stays_unknown(String number) {
        assertThat(rhythm("{\"kind\":\"EVERY\",\"interval\":\"P1D\",\"count\":" + number + "}"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"P0D\"", "\"-P12W\"", "\"12 weeks\"", "\"P999999999Y\"", "84", "\"PT2016H\""})
    void an_interval_that_does_not_go_forward_by_days_or_months_stays_unknown(String interval) {
        assertThat(rhythm("{\"kind\":\"EVERY\",\"count\":4,\"interval\":" + interval + "}"))
                .isNull();
    }

    @Test
    void every_rhythm_of_the_language_is_understood() {
        assertThat(rhythm("{\"kind\":\"ONCE\"}")).isEqualTo(new Rhythm.Once());
        assertThat(rhythm("{\"kind\":\"DAILY\",\"times\":2,\"days\":10,\"slots\":[\"08:00\",\"20:00\"]}"))
                .isEqualTo(new Rhythm.Daily(2, 10, List.of("08:00", "20:00")));
        assertThat(rhythm("{\"kind\":\"WEEKLY\",\"times\":2,\"weeks\":12,\"weekdays\":[\"MONDAY\",\"THURSDAY\"]}"))
                .isEqualTo(new Rhythm.Weekly(2, 12, List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)));
        assertThat(rhythm("{\"kind\":\"CYCLES\",\"days\":[1,4,10],\"cycle\":\"P14D\",\"cycles\":3}"))
                .isEqualTo(new Rhythm.Cycles(List.of(1, 4, 10), Period.ofDays(14), 3));
        assertThat(rhythm("{\"kind\":\"DAYS\",\"days\":[0,84]}")).isEqualTo(new Rhythm.Days(List.of(0, 84)));
        assertThat(rhythm("{\"kind\":\"COUNT\",\"count\":5}")).isEqualTo(new Rhythm.Count(5));
        assertThat(rhythm("{\"kind\":\"WINDOW\",\"length\":\"P2W\"}")).isEqualTo(new Rhythm.Span(Period.ofWeeks(2)));
        assertThat(rhythm("{\"kind\":\"AS_NEEDED\",\"atMost\":3,\"per\":\"P1D\"}"))
                .isEqualTo(new Rhythm.AsNeeded(3, Period.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"SOMETIMES\"}",
                "{\"kind\":\"DAYS\",\"days\":[]}",
                "{\"kind\":\"DAYS\",\"days\":[1,1]}",
                "{\"kind\":\"DAYS\",\"days\":[1,\"4\"]}",
                "{\"kind\":\"DAILY\",\"times\":24,\"days\":1000}",
                "{\"kind\":\"WEEKLY\",\"times\":2,\"weeks\":1,\"weekdays\":[\"MON\",\"TUE\"]}",
                "[]",
                "7"
            })
    void a_rhythm_of_which_a_part_is_not_understood_is_none(String value) {
        assertThat(rhythm(value)).isNull();
    }

    @Test
    void a_big_number_keeps_its_digits_however_it_is_written() {
        assertThat(volume("\"2.4e11\"")).isEqualTo("240000000000");
        assertThat(volume("100")).isEqualTo("100");
        assertThat(volume("\"99.50\"")).isEqualTo("99.5");
    }

    @Test
    void groups_and_their_gate_are_read() {
        var levels = new DefinitionReader(StrictJson.mapper().readTree("""
            {"design": {
              "cohorts": {"basis": "stated", "value": [{"cohort": "L1", "title": "low", "order": 1, "size": 3}]},
              "escalation": {"basis": "read",
                "value": {"gate": "BOIN", "sentinels": 1, "stagger": "P7D", "target": "0.30", "maximum": 30}}}}\
            """)).levels();
        assertThat(levels.cohorts()).containsExactly(new Levels.Cohort("L1", 1, 3));
        assertThat(levels.escalation())
                .isEqualTo(new Levels.Escalation(Levels.Gate.BOIN, 1, Period.ofDays(7), "0.3", 30));
    }

    @Test
    void a_study_without_dosing_gives_nothing() {
        assertThat(read("{}").courses()).isEmpty();
        assertThat(read("{\"dosing\":{\"courses\":[]}}").courses()).isEmpty();
    }

    private static String volume(String number) {
        var volume =
                course("volume", "{\"number\":" + number + ",\"unit\":\"mL\"}").volume();
        return volume == null ? "unknown" : volume.number();
    }

    @Test
    void how_far_a_course_may_be_reduced_is_read_whole_or_not_at_all() {
        assertThat(reductions("{\"steps\":[\"0.75\",\"0.5\"],\"next\":\"STAYS\"}"))
                .containsOnly(Map.entry("DRUG", new Reduction(List.of("0.75", "0.5"), Reduction.Next.STAYS)));
        assertThat(reductions("{\"steps\":[\"0.5\"],\"next\":\"LATER\"}")).isEmpty();
        assertThat(reductions("{\"steps\":[\"half\"],\"next\":\"STAYS\"}")).isEmpty();
        assertThat(reductions("{}")).isEmpty();
    }

    private static Map<String, Reduction> reductions(String value) {
        return new DefinitionReader(StrictJson.mapper().readTree("""
            {"dosing": {"courses": [{"course": "DRUG", "reductions": {"basis": "stated", "value": %s}}]}}
            """.formatted(value))).reductions();
    }

    private static @Nullable Rhythm rhythm(String value) {
        return course("schedule", value).rhythm();
    }

    private static @Nullable AmountRule amount(String value) {
        return course("amount", value).amount();
    }

    private static CourseRule course(String field, String value) {
        return read("{\"dosing\":{\"courses\":[{\"course\":\"C\",\"" + field + "\":" + value + "}]}}")
                .courses()
                .getFirst();
    }

    private static Protocol read(String definition) {
        return new DefinitionReader(StrictJson.mapper().readTree(definition)).protocol();
    }
}
