package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Drawn.Treatment;
import io.equipoise.dosing.domain.Rhythm.AsNeeded;
import io.equipoise.dosing.domain.Rhythm.Count;
import io.equipoise.dosing.domain.Rhythm.Cycles;
import io.equipoise.dosing.domain.Rhythm.Daily;
import io.equipoise.dosing.domain.Rhythm.Days;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.dosing.domain.Rhythm.Span;
import io.equipoise.dosing.domain.Rhythm.Weekly;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each rhythm of the definition language becomes dates. */
class RhythmSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    RhythmSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    @Acceptance("SC-1")
    void every_12_weeks_four_times_for_48_weeks_from_2_march_2026() {
        var drawn = drawn(new Every(Period.ofWeeks(12), 4, Period.ofWeeks(48)), "2026-03-02");
        assertThat(dates(drawn))
                .containsExactly(day("2026-03-02"), day("2026-05-25"), day("2026-08-17"), day("2026-11-09"));
        assertThat(drawn.drawn().treatments())
                .containsExactly(new Treatment("DRUG", "Drug", day("2026-03-02"), day("2027-02-01")));
    }

    @Test
    @Acceptance("SC-2")
    void every_three_months_keeps_the_day_and_a_short_month_gives_its_last() {
        assertThat(dates(drawn(new Every(Period.ofMonths(3), 4, null), "2026-03-02")))
                .containsExactly(day("2026-03-02"), day("2026-06-02"), day("2026-09-02"), day("2026-12-02"));
        assertThat(dates(drawn(new Every(Period.ofMonths(3), 3, null), "2026-11-30")))
                .containsExactly(day("2026-11-30"), day("2027-02-28"), day("2027-05-30"));
    }

    @Test
    @Acceptance("SC-3")
    void twice_a_week_for_12_weeks_is_24_doses_on_the_weekdays_that_are_named() {
        var mondayAndThursday = new Weekly(2, 12, List.of(DayOfWeek.THURSDAY, DayOfWeek.MONDAY));
        var fromMonday = dates(drawn(mondayAndThursday, "2026-03-02"));
        assertThat(fromMonday).hasSize(24).startsWith(day("2026-03-02"), day("2026-03-05"), day("2026-03-09"));
        assertThat(fromMonday.getLast()).isEqualTo("2026-05-21");
        var fromWednesday = dates(drawn(mondayAndThursday, "2026-03-04"));
        assertThat(fromWednesday).hasSize(24).startsWith(day("2026-03-05"), day("2026-03-09"));
    }

    @Test
    @Acceptance("SC-3")
    void without_weekdays_or_with_one_named_twice_twice_a_week_is_not_planned() {
        refused(new Weekly(2, 12, List.of()));
        refused(new Weekly(2, 12, List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY)));
        refused(new Weekly(2, 12, List.of(DayOfWeek.MONDAY)));
    }

    @Test
    @Acceptance("SC-4")
    void four_times_a_day_for_14_days_are_56_and_twice_a_day_for_10_days_20() {
        var drops = drawn(new Daily(4, 14, List.of()), "2026-03-02");
        assertThat(dates(drops)).hasSize(56);
        assertThat(dates(drops).getLast()).isEqualTo("2026-03-15");
        assertThat(drops.drawn().doses().subList(3, 5))
                .extracting(PlannedDose::slot)
                .containsExactly(4, 1);
        var puffs = drawn(new Daily(2, 10, List.of("08:00", "20:00")), "2026-03-02");
        assertThat(dates(puffs)).hasSize(20);
        assertThat(puffs.drawn().doses().subList(0, 3))
                .extracting(PlannedDose::time)
                .containsExactly("08:00", "20:00", "08:00");
        refused(new Daily(2, 10, List.of("08:00")));
    }

    @Test
    @Acceptance("SC-5")
    void once_a_day_14_times_is_14_days_in_a_row() {
        var dates = dates(drawn(new Daily(1, 14, List.of()), "2026-03-02"));
        assertThat(dates).hasSize(14).doesNotHaveDuplicates();
        assertThat(dates.getLast()).isEqualTo("2026-03-15");
    }

    @Test
    @Acceptance("SC-6")
    void days_1_4_10_of_three_courses_of_14_days_are_nine_infusions() {
        var fact = (CalendarDrawn)
                given().when(threeCourses("2026-03-02")).accepted().getFirst();
        assertThat(dates(fact))
                .containsExactly(
                        day("2026-03-02"),
                        day("2026-03-05"),
                        day("2026-03-11"),
                        day("2026-03-16"),
                        day("2026-03-19"),
                        day("2026-03-25"),
                        day("2026-03-30"),
                        day("2026-04-02"),
                        day("2026-04-08"));
        assertThat(fact.entries())
                .extracting(entry -> entry.day() + 1)
                .containsExactly(1, 4, 10, 15, 18, 24, 29, 32, 38);
        assertThat(fact.drawn().treatments().getFirst().until()).isEqualTo("2026-04-13");
    }

    @Test
    @Acceptance("SC-12")
    void the_days_number_one_or_nought_is_declared_and_kept_beside_the_days_from_day_0() {
        var fact = (CalendarDrawn)
                given().when(threeCourses("2026-03-02")).accepted().getFirst();
        assertThat(fact.drawn().dayOrigin()).isEqualTo(1);
        assertThat(fact.entries().getFirst().day()).isZero();
        var fromNought = Trial.of(course("Drug", new Days(List.of(0, 84)))).origin(0);
        var kept = (CalendarDrawn)
                given().when(fromNought.plan("2026-03-02")).accepted().getFirst();
        assertThat(kept.drawn().dayOrigin()).isZero();
        assertThat(dates(kept)).containsExactly(day("2026-03-02"), day("2026-05-25"));
        refused(new Days(List.of(0, 84)));
        given().when(Trial.of(course("Drug", new Days(List.of(0, 84))))
                        .origin(1)
                        .plan("2026-03-02"))
                .refused("SCHEDULE_NOT_STATED");
    }

    @Test
    @Acceptance("SC-7")
    void a_count_without_spacing_is_not_planned_and_the_gap_is_named() {
        var refusal = given().when(Trial.of(course("Drug", new Count(5))).plan("2026-03-02"))
                .refused("SCHEDULE_NOT_STATED");
        assertThat(refusal.pointers()).containsExactly("/dosing/courses/0/schedule");
        assertThat(refusal.detail()).contains("the spacing of 5 administrations");
        assertThat(dates(drawn(new Count(1), "2026-03-02"))).containsExactly(day("2026-03-02"));
    }

    @Test
    @Acceptance({"SC-9", "DO-16"})
    void a_window_of_two_weeks_has_an_end_and_no_doses() {
        var gel =
                Trial.of(course("Gel", new Span(Period.ofWeeks(2))).amount(null).routes(Route.TOPICAL_GEL));
        var fact =
                (CalendarDrawn) given().when(gel.plan("2026-03-02")).accepted().getFirst();
        assertThat(fact.entries()).isEmpty();
        assertThat(fact.drawn().doses()).isEmpty();
        assertThat(fact.drawn().treatments())
                .containsExactly(new Treatment("GEL", "Gel", day("2026-03-02"), day("2026-03-16")));
    }

    @Test
    void what_is_given_when_needed_and_what_is_given_once() {
        assertThat(drawn(new AsNeeded(3, Period.ofDays(1)), "2026-03-02").entries())
                .isEmpty();
        assertThat(dates(drawn(new Once(), "2026-03-02"))).containsExactly(day("2026-03-02"));
    }

    @Test
    void days_across_the_change_of_the_clock_are_civil_days() {
        assertThat(dates(drawn(new Daily(1, 3, List.of()), "2026-03-28")))
                .containsExactly(day("2026-03-28"), day("2026-03-29"), day("2026-03-30"));
    }

    private static Plan threeCourses(String day0) {
        return Trial.of(course("Drug", new Cycles(List.of(1, 4, 10), Period.ofDays(14), 3)))
                .origin(1)
                .plan(day0);
    }

    private void refused(Rhythm rhythm) {
        given().when(Trial.of(course("Drug", rhythm)).plan("2026-03-02")).refused("SCHEDULE_NOT_STATED");
    }

    private CalendarDrawn drawn(Rhythm rhythm, String day0) {
        return (CalendarDrawn) given().when(Trial.of(course("Drug", rhythm)).plan(day0))
                .accepted()
                .getFirst();
    }

    private static List<LocalDate> dates(CalendarDrawn fact) {
        return fact.entries().stream().map(Entry::planned).toList();
    }
}
