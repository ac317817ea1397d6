package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarCommand.TakeAsNeeded;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsNeededSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final Trial TWICE_A_DAY = rescue(Trial.course("Rescue", needed(2, "P1D")));
    private static final List<CalendarEvent> PLANNED = after(List.of(), TWICE_A_DAY.plan("2025-03-03"));

    AsNeededSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void what_is_taken_when_needed_is_recorded_without_a_number_among_the_planned_doses() {
        given(PLANNED)
                .when(taken(TWICE_A_DAY, "2025-03-04", "08:00"))
                .then(new DoseTakenAsNeeded(
                        "RESCUE",
                        1,
                        "L-7",
                        Instant.parse("2025-03-04T08:00:00Z"),
                        Instant.parse("2025-03-04T08:15:00Z"),
                        day("2025-03-04"),
                        null,
                        List.of(),
                        List.of(),
                        "INTRAVENOUS",
                        new Measured("150", "mg"),
                        "150 mg",
                        null,
                        null,
                        List.of(),
                        Map.of()));
        var calendar = Calendar.DECIDER.replay(after(PLANNED, taken(TWICE_A_DAY, "2025-03-04", "08:00")));
        assertThat(calendar.entries())
                .as("the planned dose is still to come")
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.title()).isEqualTo("Daily 1");
                    assertThat(line.state()).isEqualTo(Entry.State.PLANNED);
                });
        assertThat(calendar.firstGiven()).contains(day("2025-03-04"));
    }

    @Test
    void not_more_often_than_the_protocol_says_in_whatever_order_the_doses_are_entered() {
        var twice = takenAt(TWICE_A_DAY, "2025-03-04T20:00", "2025-03-04T08:00");
        given(twice).when(taken(TWICE_A_DAY, "2025-03-04", "12:00")).refused("TAKEN_TOO_OFTEN");
        given(twice).when(taken(TWICE_A_DAY, "2025-03-05", "08:00")).accepted();
        given(twice).when(taken(TWICE_A_DAY, "2025-03-03", "08:00")).accepted();

        var weekly = rescue(Trial.course("Rescue", needed(2, "P1W")));
        var around = takenAt(weekly, "2025-03-10T08:00", "2025-03-14T08:00");
        for (var within : List.of("2025-03-08", "2025-03-12", "2025-03-16")) {
            given(around).when(taken(weekly, within, "08:00")).refused("TAKEN_TOO_OFTEN");
        }
        given(around).when(taken(weekly, "2025-03-07", "08:00")).accepted();
        given(around).when(taken(weekly, "2025-03-17", "08:00")).accepted();
    }

    @Test
    void not_closer_than_the_minimum_distance_to_the_one_before_or_the_one_after() {
        var spaced = rescue(Trial.course("Rescue", needed(9, "P30D")).gap("P2D"));
        var one = takenAt(spaced, "2025-03-10T08:00");
        given(one).when(taken(spaced, "2025-03-11", "08:00")).refused("TOO_EARLY");
        given(one).when(taken(spaced, "2025-03-09", "08:00")).refused("TOO_EARLY");
        given(one).when(taken(spaced, "2025-03-12", "08:00")).accepted();
        given(one).when(taken(spaced, "2025-03-08", "08:00")).accepted();
    }

    @Test
    void one_dose_is_not_entered_twice_under_two_keys() {
        given(takenAt(TWICE_A_DAY, "2025-03-04T08:00"))
                .when(taken(TWICE_A_DAY, "2025-03-04", "08:10"))
                .refused("DOSE_ALREADY_GIVEN");
    }

    @Test
    void only_a_course_that_is_given_when_needed_and_only_in_its_time() {
        given(PLANNED).when(taken("DAILY", TWICE_A_DAY, "2025-03-04", "08:00")).refused("NOT_AS_NEEDED");
        given(PLANNED).when(taken("OTHER", TWICE_A_DAY, "2025-03-04", "08:00")).refused("COURSE_UNKNOWN");
        given().when(taken(TWICE_A_DAY, "2025-03-04", "08:00")).refused("NO_CALENDAR");
        given(PLANNED).when(taken(TWICE_A_DAY, "2025-03-02", "08:00")).refused("TOO_EARLY");
        var later = rescue(Trial.course("Rescue", needed(2, "P1D")).from(Protocol.ENROLMENT, 7));
        given(after(List.of(), later.plan("2025-03-03")))
                .when(taken(later, "2025-03-09", "08:00"))
                .refused("TOO_EARLY");
        var crossover = rescue(Trial.course("Rescue", needed(2, "P1D")).period("P1"))
                .around(List.of(new Protocol.CrossoverPeriod("P1", Period.ZERO, Period.ofWeeks(2))));
        given(after(List.of(), crossover.plan("2025-03-03")))
                .when(taken(crossover, "2025-03-17", "08:00"))
                .refused("OUT_OF_WINDOW");
    }

    @Test
    void nothing_is_taken_from_a_numbered_kit_or_without_a_lot() {
        var kits = Trial.of(Trial.course("Rescue", needed(2, "P1D")));
        given(after(List.of(), kits.plan("2025-03-03")))
                .when(taken(kits, "2025-03-04", "08:00"))
                .refused("NOT_AS_NEEDED");
        given(PLANNED)
                .when(new TakeAsNeeded(
                        "RESCUE",
                        Bedside.dose(0, "2025-03-04").given(),
                        TWICE_A_DAY.protocol().courses()))
                .refused("LOT_MISSING");
    }

    @Test
    void whoever_left_takes_nothing_more() {
        var left = after(PLANNED, new StopDosing(day("2025-03-04"), StopScope.TREATMENT, "moved away"));
        given(left).when(taken(TWICE_A_DAY, "2025-03-04", "08:00")).refused("DOSING_STOPPED");
        given(left).when(taken(TWICE_A_DAY, "2025-03-03", "10:00")).accepted();
    }

    private static Rhythm needed(int atMost, String per) {
        return new Rhythm.AsNeeded(atMost, Period.parse(per));
    }

    private static Trial rescue(Trial.Part course) {
        return Trial.of(Trial.course("Daily", new Rhythm.Once()), course).open();
    }

    private static TakeAsNeeded taken(Trial trial, String on, String time) {
        return taken("RESCUE", trial, on, time);
    }

    private static TakeAsNeeded taken(String course, Trial trial, String on, String time) {
        return new TakeAsNeeded(
                course,
                Bedside.dose(0, on).at(time).lot("L-7").given(),
                trial.protocol().courses());
    }

    private static List<CalendarEvent> takenAt(Trial trial, String... times) {
        List<CalendarEvent> history = new ArrayList<>(after(List.of(), trial.plan("2025-03-03")));
        for (var time : times) {
            history = after(history, taken(trial, time.substring(0, 10), time.substring(11)));
        }
        return history;
    }
}
