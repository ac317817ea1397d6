package io.equipoise.dosing.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Schedule;
import io.equipoise.dosing.domain.Ward;
import io.equipoise.platform.web.StrictJson;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionReaderTest {

    @Test
    void the_schedule_is_read_as_it_is_stated() {
        var read = read(Told.DEFINITION);
        var expected = Ward.EVERY_12_WEEKS;
        assertThat(read)
                .isEqualTo(new Schedule(
                        4,
                        expected.interval(),
                        expected.firstDose(),
                        expected.minimumGap(),
                        expected.window(),
                        Ward.FULL,
                        expected.scans().subList(0, 2)));
    }

    @Test
    void as_registered_the_study_has_no_schedule_and_says_what_is_open() {
        var read = read("""
            {"dosing": {
              "administrations": {"basis": "stated", "value": 4},
              "interval": {"basis": "read", "value": "P12W"},
              "firstDose": {"basis": "unknown", "text": "first-dose anchor"},
              "minimumGap": {"basis": "unknown"}, "window": {"basis": "unknown"}, "volume": {"basis": "unknown"}},
             "imaging": {"scans": {"basis": "unknown"}}}\
            """);
        assertThat(read.gaps()).containsExactly("/dosing/firstDose");
        assertThat(read.minimumGap()).isNull();
        assertThat(read.window()).isNull();
        assertThat(read.volume()).isNull();
        assertThat(read.scans()).isEmpty();
    }

    @Test
    void an_unknown_value_is_unknown_even_if_somebody_wrote_one() {
        assertThat(read("{\"dosing\":{\"administrations\":{\"basis\":\"unknown\",\"value\":4}}}")
                        .administrations())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4", "4.5", "\"4\"", "1000000", "null", "[4]"})
    void a_number_of_infusions_that_is_none_stays_unknown(String number) {
        assertThat(read("{\"dosing\":{\"administrations\":{\"basis\":\"stated\",\"value\":" + number + "}}}")
                        .administrations())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"P0D\"", "\"-P12W\"", "\"12 weeks\"", "\"P999999999Y\"", "84", "\"PT2016H\""})
    void an_interval_that_does_not_go_forward_by_days_or_months_stays_unknown(String interval) {
        assertThat(read("{\"dosing\":{\"interval\":{\"basis\":\"stated\",\"value\":" + interval + "}}}")
                        .interval())
                .isNull();
    }

    @Test
    void a_big_number_keeps_its_digits_however_it_is_written() {
        assertThat(volume("\"2.4e11\"")).isEqualTo("240000000000");
        assertThat(volume("100")).isEqualTo("100");
        assertThat(volume("\"99.50\"")).isEqualTo("99.50");
    }

    @Test
    void a_study_without_dosing_gives_no_infusions() {
        assertThat(read("{}").administrations()).isZero();
        assertThat(read("{}").gaps()).isEqualTo(List.of());
    }

    private static String volume(String number) {
        var volume = read("{\"dosing\":{\"volume\":{\"basis\":\"stated\",\"value\":{\"number\":" + number
                        + ",\"unit\":\"mL\"}}}}")
                .volume();
        return volume == null ? "unknown" : volume.number();
    }

    private static Schedule read(String definition) {
        return new DefinitionReader(StrictJson.mapper().readTree(definition)).schedule();
    }
}
