package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.infusion;
import static io.equipoise.dosing.domain.Ward.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final Hold HOLD = new Hold(2, day("2025-06-03"), "grade 3 adverse event", TODAY);
    private static final Release RELEASE = new Release(2, day("2025-06-05"), "resolved to grade 1", TODAY);
    private static final Miss MISS = new Miss(2, day("2025-06-10"), "did not attend", TODAY);
    private static final StopDosing LEAVES = new StopDosing(day("2025-09-01"), StopScope.STUDY, "consent withdrawn");
    private static final List<CalendarEvent> HELD = after(ANNA_HAD_ONE, HOLD);
    private static final List<CalendarEvent> MISSED = after(ANNA_HAD_ONE, MISS);
    private static final List<CalendarEvent> STOPPED = after(ANNA_HAD_ONE, LEAVES);

    SteeringSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void a_held_dose_says_since_when_and_why() {
        var facts = given(ANNA_HAD_ONE).when(HOLD).accepted();
        assertThat(facts.getFirst()).isEqualTo(new DoseHeld(2, day("2025-06-03"), "grade 3 adverse event"));
        assertThat(lines(ANNA_HAD_ONE, HOLD).get(1).state()).isEqualTo(State.HELD);
        assertThat(lines(ANNA_HAD_ONE, HOLD).get(1).because())
                .isEqualTo("held since 2025-06-03: grade 3 adverse event");
    }

    @Test
    void a_released_dose_is_planned_again() {
        var facts = given(HELD).when(RELEASE).accepted();
        assertThat(facts.getFirst()).isEqualTo(new DoseReleased(2, day("2025-06-05"), "resolved to grade 1"));
        assertThat(lines(HELD, RELEASE).get(1).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void a_missed_dose_stays_in_the_calendar_as_missed() {
        var facts = given(ANNA_HAD_ONE).when(MISS).accepted();
        assertThat(facts.getFirst()).isEqualTo(new DoseMissed(2, day("2025-06-10"), "did not attend"));
        assertThat(lines(ANNA_HAD_ONE, MISS).get(1).state()).isEqualTo(State.MISSED);
    }

    @Test
    void a_held_dose_may_be_missed() {
        given(HELD).when(MISS).accepted();
    }

    @Test
    void a_held_dose_is_not_held_again() {
        given(HELD).when(HOLD).refused("DOSE_HELD");
    }

    @Test
    void a_dose_that_is_not_held_is_not_released() {
        given(ANNA_HAD_ONE).when(RELEASE).refused("DOSE_NOT_HELD");
    }

    @Test
    void a_release_does_not_come_before_its_hold() {
        given(HELD).when(new Release(2, day("2025-06-02"), "resolved", TODAY)).refused("RELEASE_BEFORE_HOLD");
    }

    @Test
    void a_dose_given_is_neither_held_nor_missed() {
        given(ANNA_HAD_ONE).when(new Hold(1, day("2025-03-12"), "fever", TODAY)).refused("DOSE_ALREADY_GIVEN");
        given(ANNA_HAD_ONE).when(new Miss(1, day("2025-03-12"), "fever", TODAY)).refused("DOSE_ALREADY_GIVEN");
    }

    @Test
    void a_dose_missed_is_not_held() {
        given(MISSED).when(HOLD).refused("DOSE_MISSED");
    }

    @Test
    void nobody_misses_a_dose_on_or_before_the_first_day_it_can_be_given() {
        given(ANNA_HAD_ONE)
                .when(new Miss(2, day("2025-05-27"), "on holiday", TODAY))
                .refused("TOO_EARLY_TO_MISS");
        given(ANNA_HAD_ONE)
                .when(new Miss(2, day("2025-05-28"), "on holiday", TODAY))
                .accepted();
    }

    @Test
    void the_third_is_not_missed_while_the_second_is_open() {
        given(ANNA_HAD_ONE)
                .when(new Miss(3, day("2025-09-02"), "did not attend", TODAY))
                .refused("DOSES_OUT_OF_ORDER");
    }

    @Test
    void every_one_of_them_says_why() {
        given(ANNA_HAD_ONE).when(new Hold(2, day("2025-06-03"), " ", TODAY)).refused("REASON_MISSING");
        given(HELD).when(new Release(2, day("2025-06-05"), "", TODAY)).refused("REASON_MISSING");
        given(ANNA_HAD_ONE).when(new Miss(2, day("2025-06-10"), "", TODAY)).refused("REASON_MISSING");
    }

    @Test
    void none_of_them_happens_tomorrow_or_before_day_0() {
        given(ANNA_HAD_ONE).when(new Hold(2, day("2026-11-23"), "fever", TODAY)).refused("IN_THE_FUTURE");
        given(ANNA_HAD_ONE).when(new Hold(2, day("2025-03-10"), "fever", TODAY)).refused("BEFORE_DAY_ZERO");
    }

    @Test
    void without_a_calendar_or_a_dose_of_that_number_there_is_nothing_to_hold() {
        given().when(HOLD).refused("NO_CALENDAR");
        given(ANNAS_CALENDAR)
                .when(new Hold(5, day("2025-06-03"), "fever", TODAY))
                .refused("DOSE_UNKNOWN");
    }

    @Test
    void when_anna_leaves_the_study_what_is_to_come_is_cancelled_and_the_past_is_not_touched() {
        var facts = given(MISSED).when(LEAVES).accepted();
        assertThat(facts.getFirst())
                .isEqualTo(new DosingStopped(day("2025-09-01"), StopScope.STUDY, "consent withdrawn"));
        assertThat(lines(MISSED, LEAVES))
                .extracting(Entry::state)
                .containsExactly(
                        State.GIVEN,
                        State.MISSED,
                        State.CANCELLED,
                        State.CANCELLED,
                        State.PLANNED,
                        State.PLANNED,
                        State.CANCELLED);
    }

    @Test
    void when_anna_leaves_treatment_only_her_scans_go_on() {
        var leaves = new StopDosing(day("2025-09-01"), StopScope.TREATMENT, "does not want more");
        assertThat(lines(ANNA_HAD_ONE, leaves).subList(4, 7))
                .extracting(Entry::state)
                .containsOnly(State.PLANNED);
    }

    @Test
    void told_again_that_anna_left_changes_nothing() {
        given(STOPPED).when(LEAVES).then();
        given(STOPPED)
                .when(new StopDosing(day("2025-09-03"), StopScope.TREATMENT, "told later"))
                .then();
    }

    @Test
    void an_earlier_day_or_a_wider_leave_told_later_counts() {
        var treatment =
                after(ANNA_HAD_ONE, new StopDosing(day("2025-09-01"), StopScope.TREATMENT, "does not want more"));
        assertThat(given(treatment)
                        .when(new StopDosing(day("2025-09-05"), StopScope.STUDY, "moved away"))
                        .accepted()
                        .getFirst())
                .isEqualTo(new DosingStopped(day("2025-09-01"), StopScope.STUDY, "moved away"));
        assertThat(given(STOPPED)
                        .when(new StopDosing(day("2025-08-20"), StopScope.STUDY, "corrected"))
                        .accepted()
                        .getFirst())
                .isEqualTo(new DosingStopped(day("2025-08-20"), StopScope.STUDY, "corrected"));
    }

    @Test
    void a_second_leave_before_any_calendar_is_noted_only_where_it_says_more() {
        var noted = new StopNoted(day("2025-03-10"), StopScope.TREATMENT, "changed her mind");
        given(noted)
                .when(new StopDosing(day("2025-03-12"), StopScope.TREATMENT, "told again"))
                .then();
        given(noted)
                .when(new StopDosing(day("2025-03-09"), StopScope.TREATMENT, "corrected"))
                .then(new StopNoted(day("2025-03-09"), StopScope.TREATMENT, "corrected"));
    }

    @Test
    void after_the_stop_nothing_is_given_held_or_missed() {
        given(STOPPED).when(infusion(2, "2025-09-01")).refused("DOSING_STOPPED");
        given(STOPPED).when(HOLD).refused("DOSING_STOPPED");
        given(STOPPED).when(MISS).refused("DOSING_STOPPED");
        given(STOPPED).when(RELEASE).refused("DOSING_STOPPED");
    }

    @Test
    void an_infusion_given_before_the_stop_may_still_be_entered() {
        var lines = lines(STOPPED, infusion(2, "2025-06-03"));
        assertThat(lines.get(1).state()).isEqualTo(State.GIVEN);
        assertThat(lines.get(2).state()).isEqualTo(State.CANCELLED);
    }
}
