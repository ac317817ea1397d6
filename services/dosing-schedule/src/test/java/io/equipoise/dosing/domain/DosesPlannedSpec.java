package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.Rhythm.Count;
import io.equipoise.dosing.domain.Rhythm.Daily;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether doses are planned at all, and how many on one day. */
class DosesPlannedSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    DosesPlannedSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void a_study_active_for_enrolment_only_has_a_calendar_without_doses_that_says_why() {
        var open = Trial.of(course("Drug", new Count(5))).open();
        var planned = after(List.of(), open.enrolmentOnly("2026-03-02"));
        var calendar = Calendar.DECIDER.replay(planned);
        assertThat(calendar.entries()).isEmpty();
        assertThat(calendar.plan()).isNotNull();
        assertThat(((CalendarDrawn) planned.getFirst()).drawn().open())
                .containsExactly(
                        "version 1 of the study is active for enrolment only",
                        "not stated: Drug: the spacing of 5 administrations");
        given(planned).when(open.enrolmentOnly("2026-03-02")).then();
        assertThat(given(planned)
                        .when(Bedside.dose(1, "2026-03-02").lot("L").given())
                        .refused("DOSING_NOT_PLANNED")
                        .detail())
                .contains("active for enrolment only");
    }

    @Test
    void once_the_study_is_active_for_dosing_the_doses_are_planned() {
        var waiting =
                after(List.of(), Trial.of(course("Drug", new Count(2))).open().enrolmentOnly("2026-03-02"));
        var stated =
                Trial.of(course("Drug", new Every(Period.ofWeeks(1), 2, null))).open();
        var planned = after(waiting, stated.plan("2026-03-02"));
        assertThat(Calendar.DECIDER.replay(planned).entries())
                .extracting(Entry::planned, Entry::state)
                .containsExactly(tuple(day("2026-03-02"), State.PLANNED), tuple(day("2026-03-09"), State.PLANNED));
    }

    @Test
    void what_is_planned_once_a_day_is_not_given_twice_on_one() {
        var daily = Trial.of(course("Drug", new Daily(1, 3, List.of()))).open();
        var one = after(
                after(List.of(), daily.plan("2026-03-02")),
                Bedside.dose(1, "2026-03-02").lot("L").given());
        given(one)
                .when(Bedside.dose(2, "2026-03-02").lot("L").at("15:00").given())
                .refused("SAME_DAY");
        var twice = Trial.of(course("Drug", new Daily(2, 3, List.of()))).open();
        var two = after(
                after(List.of(), twice.plan("2026-03-02")),
                Bedside.dose(1, "2026-03-02").lot("L").given());
        given(two)
                .when(Bedside.dose(2, "2026-03-02").lot("L").at("15:00").given())
                .accepted();
    }

    @Test
    void a_calendar_of_more_than_a_thousand_doses_is_not_drawn() {
        var many = Trial.of(course("One", new Daily(2, 500, List.of())), course("Two", new Once()));
        given().when(many.plan("2026-03-02")).refused("SCHEDULE_TOO_LONG");
    }
}
