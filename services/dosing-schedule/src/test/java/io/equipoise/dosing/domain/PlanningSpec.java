package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.BERLIN;
import static io.equipoise.dosing.domain.Ward.EVERY_12_WEEKS;
import static io.equipoise.dosing.domain.Ward.FULL;
import static io.equipoise.dosing.domain.Ward.PLAN_FROM_11_MARCH;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import io.equipoise.dosing.domain.Ward.Flat;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    PlanningSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void randomized_on_11_march_2025_anna_is_due_every_12_weeks_from_that_day() {
        assertThat(doses(PLAN_FROM_11_MARCH))
                .containsExactly(day("2025-03-11"), day("2025-06-03"), day("2025-08-26"), day("2025-11-18"));
    }

    @Test
    void randomized_on_2_march_2026_boris_is_due_on_the_dates_of_the_protocol() {
        assertThat(doses(plan(day("2026-03-02"), BERLIN, 2, EVERY_12_WEEKS)))
                .containsExactly(day("2026-03-02"), day("2026-05-25"), day("2026-08-17"), day("2026-11-09"));
    }

    @Test
    void every_three_months_keeps_the_day_of_the_month() {
        assertThat(doses(plan(day("2026-03-02"), BERLIN, 2, every("P3M", 0))))
                .containsExactly(day("2026-03-02"), day("2026-06-02"), day("2026-09-02"), day("2026-12-02"));
    }

    @Test
    void a_month_that_lacks_the_day_gives_its_last_one_and_the_next_month_the_day_again() {
        assertThat(doses(plan(day("2026-11-30"), BERLIN, 2, every("P3M", 0))))
                .containsExactly(day("2026-11-30"), day("2027-02-28"), day("2027-05-30"), day("2027-08-30"));
    }

    @Test
    void a_first_infusion_on_day_1_comes_a_day_after_day_0_and_day_0_stays() {
        var planned = planned(plan(day("2025-03-11"), BERLIN, 2, every("P12W", 1)));
        assertThat(planned.day0()).isEqualTo("2025-03-11");
        assertThat(planned.entries().getFirst().planned()).isEqualTo("2025-03-12");
        assertThat(planned.entries().getFirst().day()).isEqualTo(1);
        assertThat(planned.entries().get(1).day()).isEqualTo(85);
    }

    @Test
    void each_infusion_has_its_window_but_the_first_never_opens_before_day_0() {
        assertThat(planned(PLAN_FROM_11_MARCH).entries().subList(0, 2))
                .containsExactly(
                        new Entry(
                                "DOSE_1",
                                "Infusion 1",
                                Kind.DOSE,
                                1,
                                0,
                                day("2025-03-11"),
                                day("2025-03-11"),
                                day("2025-03-18"),
                                State.PLANNED,
                                null),
                        new Entry(
                                "DOSE_2",
                                "Infusion 2",
                                Kind.DOSE,
                                2,
                                84,
                                day("2025-06-03"),
                                day("2025-05-27"),
                                day("2025-06-10"),
                                State.PLANNED,
                                null));
    }

    @Test
    void scans_stand_beside_the_infusions_under_the_names_of_the_protocol() {
        assertThat(planned(PLAN_FROM_11_MARCH).entries().subList(4, 7))
                .extracting(Entry::entry, Entry::planned, Entry::earliest, Entry::latest, Entry::dose)
                .containsExactly(
                        tuple("BASELINE", day("2025-03-11"), day("2025-02-11"), day("2025-03-11"), null),
                        tuple("WEEK_24", day("2025-08-26"), day("2025-08-12"), day("2025-09-09"), null),
                        tuple("WEEK_48", day("2026-02-10"), day("2026-01-27"), day("2026-02-24"), null));
    }

    @Test
    void an_unknown_window_stays_unknown() {
        var open = new Flat(4, Period.parse("P12W"), new FirstDose("RANDOMIZATION", 0), null, null, FULL, List.of())
                .protocol();
        assertThat(planned(plan(day("2025-03-11"), BERLIN, 2, open)).entries())
                .allSatisfy(entry -> assertThat(entry.earliest()).isNull())
                .allSatisfy(entry -> assertThat(entry.latest()).isNull());
    }

    @Test
    void a_schedule_without_an_interval_is_not_planned_and_the_gap_is_named() {
        var open = new Flat(4, null, new FirstDose("RANDOMIZATION", 0), null, null, FULL, List.of()).protocol();
        assertThat(given().when(plan(day("2025-03-11"), BERLIN, 2, open))
                        .refused("SCHEDULE_NOT_STATED")
                        .pointers())
                .containsExactly("/dosing/courses/0/schedule");
    }

    @Test
    void an_anchor_that_is_not_known_here_is_not_taken_for_randomization() {
        var other = new Flat(null, Period.parse("P12W"), new FirstDose("CONSENT", 0), null, null, FULL, List.of())
                .protocol();
        assertThat(given().when(plan(day("2025-03-11"), BERLIN, 2, other))
                        .refused("SCHEDULE_NOT_STATED")
                        .pointers())
                .containsExactly("/dosing/courses/0/schedule", "/dosing/firstDose");
    }

    @Test
    void one_infusion_needs_no_interval_and_none_needs_nothing() {
        var once = new Flat(1, null, new FirstDose("RANDOMIZATION", 3), null, null, FULL, List.of()).protocol();
        assertThat(doses(plan(day("2025-03-11"), BERLIN, 2, once))).containsExactly(day("2025-03-14"));
        var never = new Flat(0, null, null, null, null, null, EVERY_12_WEEKS.scans()).protocol();
        assertThat(planned(plan(day("2025-03-11"), BERLIN, 2, never)).entries())
                .extracting(Entry::kind)
                .containsExactly(Kind.SCAN, Kind.SCAN, Kind.SCAN);
    }

    @Test
    void two_lines_of_one_name_are_not_planned() {
        var twice = new Flat(
                        1,
                        Period.parse("P12W"),
                        new FirstDose("RANDOMIZATION", 0),
                        null,
                        null,
                        FULL,
                        List.of(new ScanPoint("DOSE_1", "A scan of that name", 0, null, null)))
                .protocol();
        given().when(plan(day("2025-03-11"), BERLIN, 2, twice)).refused("SCHEDULE_AMBIGUOUS");
    }

    @Test
    void told_twice_that_anna_is_randomized_is_one_calendar() {
        given(ANNAS_CALENDAR).when(PLAN_FROM_11_MARCH).then();
    }

    @Test
    void a_calendar_never_gets_another_day_0() {
        given(ANNAS_CALENDAR)
                .when(plan(day("2025-03-12"), BERLIN, 2, EVERY_12_WEEKS))
                .refused("CALENDAR_ALREADY_PLANNED");
    }

    @Test
    void a_withdrawal_told_before_the_randomization_is_kept_and_cancels_the_calendar_when_it_comes() {
        var told = given().when(new StopDosing(day("2025-03-20"), StopScope.STUDY, "moved away"))
                .then(new StopNoted(day("2025-03-20"), StopScope.STUDY, "moved away"));
        var facts = told.when(PLAN_FROM_11_MARCH).accepted();
        assertThat(facts).hasSize(3);
        assertThat(facts.get(1)).isEqualTo(new DosingStopped(day("2025-03-20"), StopScope.STUDY, "moved away"));
        assertThat(((CalendarRecalculated) facts.get(2)).entries())
                .extracting(Entry::entry, Entry::state)
                .containsExactly(
                        tuple("DOSE_1", State.CANCELLED),
                        tuple("DOSE_2", State.CANCELLED),
                        tuple("DOSE_3", State.CANCELLED),
                        tuple("DOSE_4", State.CANCELLED),
                        tuple("WEEK_24", State.CANCELLED),
                        tuple("WEEK_48", State.CANCELLED));
    }

    private List<LocalDate> doses(Plan plan) {
        return planned(plan).entries().stream()
                .filter(entry -> entry.kind() == Kind.DOSE)
                .map(Entry::planned)
                .toList();
    }

    private CalendarDrawn planned(Plan plan) {
        return (CalendarDrawn) given().when(plan).accepted().getFirst();
    }

    private static Protocol every(String interval, int firstDay) {
        return new Flat(
                        4,
                        Period.parse(interval),
                        new FirstDose("RANDOMIZATION", firstDay),
                        Period.parse("P70D"),
                        null,
                        FULL,
                        List.of())
                .protocol();
    }
}
