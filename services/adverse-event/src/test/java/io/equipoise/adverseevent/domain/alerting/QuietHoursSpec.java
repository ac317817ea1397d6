package io.equipoise.adverseevent.domain.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursSpec {
    private static final QuietHours NIGHT =
            new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        "2025-03-11T20:59:59Z, ",
        "2025-03-11T21:00:00Z, 2025-03-12T06:00:00Z",
        "2025-03-12T05:59:59Z, 2025-03-12T06:00:00Z",
        "2025-03-12T06:00:00Z, ",
        "2024-02-28T23:30:00Z, 2024-02-29T06:00:00Z",
        "2024-12-31T22:00:00Z, 2025-01-01T06:00:00Z"
    })
    void a_night_goes_over_midnight_and_over_the_ends_of_months_and_years(Instant at, Instant end) {
        assertThat(NIGHT.endFor(at).orElse(null)).isEqualTo(end);
    }

    @Test
    void the_night_in_which_the_clock_goes_forward_is_an_hour_shorter_and_the_other_an_hour_longer() {
        assertThat(NIGHT.endFor(Instant.parse("2025-03-29T22:00:00Z"))).contains(Instant.parse("2025-03-30T05:00:00Z"));
        assertThat(NIGHT.endFor(Instant.parse("2025-10-25T21:00:00Z"))).contains(Instant.parse("2025-10-26T06:00:00Z"));
    }

    @Test
    void an_end_that_the_clock_leaps_over_is_the_end_of_the_leap() {
        var early = new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertThat(early.endFor(Instant.parse("2025-03-30T00:30:00Z"))).contains(Instant.parse("2025-03-30T01:30:00Z"));
    }

    @Test
    void an_end_that_comes_twice_is_the_first_of_both() {
        var early = new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertThat(early.endFor(Instant.parse("2025-10-26T00:15:00Z"))).contains(Instant.parse("2025-10-26T00:30:00Z"));
        assertThat(early.endFor(Instant.parse("2025-10-26T01:15:00Z"))).isEmpty();
    }

    @Test
    void within_one_day_they_do_not_touch_the_night() {
        var nap = new QuietHours(ZoneId.of("Pacific/Auckland"), LocalTime.of(13, 0), LocalTime.of(14, 0));
        assertThat(nap.endFor(Instant.parse("2025-03-11T00:30:00Z"))).contains(Instant.parse("2025-03-11T01:00:00Z"));
        assertThat(nap.endFor(Instant.parse("2025-03-11T12:30:00Z"))).isEmpty();
    }
}
