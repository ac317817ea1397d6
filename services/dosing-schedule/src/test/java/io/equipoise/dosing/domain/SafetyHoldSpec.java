package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.consented;
import static io.equipoise.dosing.domain.Ward.infusion;
import static io.equipoise.dosing.domain.Ward.kit;
import static io.equipoise.dosing.domain.Ward.recruiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** While a study is held for safety nothing is given; what was given before it is recorded. Anna's dose starts at 09:00. */
class SafetyHoldSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {

    SafetyHoldSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void nothing_is_given_while_the_study_is_held_and_the_refusal_says_why_and_who_may_lift_it() {
        assertThat(dosedUnder("2025-03-11T08:00:00Z", null)
                        .refused("SAFETY_HOLD")
                        .detail())
                .contains("2025-03-11T08:00:00Z", "a stopping rule of the protocol was crossed")
                .contains("data-safety-board may lift it", "adverse events are recorded as ever");
    }

    @Test
    void a_dose_that_started_before_the_hold_is_recorded_however_late_it_is_entered() {
        dosedUnder("2025-03-11T09:00:01Z", null).accepted();
        dosedUnder("2025-03-11T09:00:00Z", null).refused("SAFETY_HOLD");
    }

    @Test
    void once_it_is_lifted_dosing_goes_on() {
        dosedUnder("2025-03-11T08:00:00Z", "2025-03-11T09:00:00Z").accepted();
        dosedUnder("2025-03-11T08:00:00Z", "2025-03-11T09:00:01Z").refused("SAFETY_HOLD");
    }

    @Test
    void of_two_holds_both_have_to_be_lifted() {
        var lifted = hold("HO-1", "2025-03-10T08:00:00Z", "2025-03-10T09:00:00Z");
        var open = hold("HO-2", "2025-03-10T08:30:00Z", null);
        asked(List.of(lifted, open)).refused("SAFETY_HOLD");
    }

    @Test
    void the_calendar_shows_what_is_to_come_as_held_with_the_reason_and_leaves_scans_and_the_past() {
        var hold = hold("HO-1", "2025-03-12T08:00:00Z", null);
        var lines = Calendar.DECIDER.replay(ANNA_HAD_ONE).entries().stream()
                .map(line -> line.under(hold))
                .toList();
        assertThat(lines)
                .extracting(Entry::state)
                .containsExactly(
                        State.GIVEN, State.HELD, State.HELD, State.HELD, State.PLANNED, State.PLANNED, State.PLANNED);
        assertThat(lines.get(1).because()).isEqualTo(hold.inWords());
        assertThat(lines.get(1).open()).isTrue();
    }

    private Outcome dosedUnder(String placedAt, @Nullable String liftedAt) {
        return asked(List.of(hold("HO-1", placedAt, liftedAt)));
    }

    private Outcome asked(List<SafetyHold> holds) {
        var study = new StudyStatus(recruiting().told(), null, holds);
        return given(ANNAS_CALENDAR)
                .when(infusion(
                        1, "2025-03-11", new Circumstances(consented(), List.of(), study, kit(1, "2025-03-11"))));
    }

    static SafetyHold hold(String name, String placedAt, @Nullable String liftedAt) {
        return new SafetyHold(
                name,
                Instant.parse(placedAt),
                liftedAt == null ? null : Instant.parse(liftedAt),
                List.of("data-safety-board"));
    }
}
