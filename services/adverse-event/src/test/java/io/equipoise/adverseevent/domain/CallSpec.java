package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AlertCommand.Acknowledge;
import io.equipoise.adverseevent.domain.AlertCommand.AcknowledgeByLink;
import io.equipoise.adverseevent.domain.AlertCommand.Climb;
import io.equipoise.adverseevent.domain.AlertCommand.GiveUp;
import io.equipoise.adverseevent.domain.AlertCommand.Raise;
import io.equipoise.adverseevent.domain.AlertCommand.TellHeld;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.CallFact.AcknowledgedByLink;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertPlanned;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import io.equipoise.adverseevent.domain.alerting.Called;
import io.equipoise.adverseevent.domain.alerting.HeldBack;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.Plan;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import io.equipoise.platform.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands beside an alert: who was on call, who is told later, whom nothing reaches. */
class CallSpec extends Specification<Alert, AlertCommand, SafetyFact> {
    private static final String ALERT = "AL-AE-7Q2M9K4T";
    private static final Target FIRST = new Target(Channel.EMAIL, "saf-01");
    private static final Target SECOND = new Target(Channel.WEB_PUSH, "saf-02/b1");
    private static final Instant QUARTER = TOLD.plus(Duration.ofMinutes(15));
    private static final Instant MORNING = TOLD.plus(Duration.ofHours(9));
    private static final List<Rung> RUNGS = List.of(
            new Rung(Duration.ZERO, List.of(Rung.ON_CALL)),
            new Rung(Duration.ofMinutes(15), List.of("saf-02")),
            new Rung(Duration.ofHours(1), List.of(Rung.EVERYBODY)));
    private static final MetRule GRADE = new MetRule(RuleKind.GRADE, "grade 3 is at least 3");
    private static final HeldBack SLEEPS = new HeldBack("saf-02", List.of(SECOND), MORNING);
    private static final AlertRaised RAISED = new AlertRaised(
            ALERT,
            "AE-7Q2M9K4T",
            ANNA,
            "GRADE",
            3,
            "Grade 3 infusion related reaction: hospitalization",
            TOLD,
            QUARTER,
            List.of(FIRST));
    private static final AlertPlanned PLANNED = new AlertPlanned(ALERT, ANNA, 4, RUNGS);
    private static final AlertHeldBack HELD = new AlertHeldBack(ALERT, ANNA, 0, SLEEPS);
    private static final Acknowledge TAKE = new Acknowledge("saf-01", QUARTER, "site called");
    private static final AlertAcknowledged TAKEN = new AlertAcknowledged(ALERT, ANNA, "saf-01", QUARTER, "site called");

    CallSpec() {
        super(Alert.DECIDER);
    }

    @Test
    void an_alert_stands_with_its_reasons_its_ladder_and_who_was_on_call() {
        var plan = new Plan(QUARTER, 4, RUNGS, new Called(List.of(FIRST), 7, List.of("saf-01"), List.of(SLEEPS)));
        given().when(new Raise(Trigger.Told.of(ADMITTED_REPORTED), List.of(GRADE), 2, TOLD, plan))
                .then(
                        RAISED,
                        new AlertReasoned(ALERT, ANNA, 2, List.of(GRADE)),
                        PLANNED,
                        new OnCallNoted(ALERT, ANNA, 0, TOLD, 7, List.of("saf-01")),
                        HELD);
    }

    @Test
    void each_step_of_the_ladder_waits_as_it_says_whatever_the_settings_say() {
        var settings = Optional.of(Duration.ofMinutes(1));
        var escalated = new AlertEscalated(ALERT, ANNA, 1, QUARTER, List.of(SECOND));
        var twice = new AlertEscalated(ALERT, ANNA, 2, QUARTER, List.of());
        assertThat(replay(RAISED, PLANNED).nextStepAt(settings)).contains(QUARTER);
        assertThat(replay(RAISED, PLANNED, escalated).nextStepAt(settings)).contains(TOLD.plus(Duration.ofHours(1)));
        assertThat(replay(RAISED, PLANNED, escalated, twice).nextStepAt(settings))
                .isEmpty();
        assertThat(replay(RAISED, PLANNED).top(9)).isEqualTo(2);
        assertThat(replay(RAISED).top(9)).isEqualTo(9);
    }

    @Test
    void a_step_of_the_ladder_notes_who_was_on_call_by_then() {
        given(RAISED, PLANNED)
                .when(new Climb(1, QUARTER, new Called(List.of(SECOND), 8, List.of(), List.of())))
                .then(
                        new AlertEscalated(ALERT, ANNA, 1, QUARTER, List.of(SECOND)),
                        new OnCallNoted(ALERT, ANNA, 1, QUARTER, 8, List.of()));
    }

    @Test
    void a_step_is_climbed_once_and_never_after_the_acknowledgement() {
        var called = Called.plainly(List.of(SECOND));
        given(RAISED, PLANNED).when(new Climb(2, QUARTER, called)).then();
        given(RAISED, PLANNED, TAKEN).when(new Climb(1, QUARTER, called)).then();
        given().when(new Climb(1, QUARTER, called)).refused("ALERT_UNKNOWN");
    }

    @Test
    void who_has_quiet_hours_is_told_when_they_are_over_and_once() {
        var told = new AlertHeldTold(ALERT, ANNA, 0, SLEEPS, MORNING);
        assertThat(replay(RAISED, HELD).due()).containsExactly(new Delivery(0, FIRST));
        given(RAISED, HELD).when(new TellHeld(MORNING.minusSeconds(1))).then();
        given(RAISED, HELD)
                .when(new TellHeld(MORNING))
                .then(told)
                .when(new TellHeld(MORNING))
                .then();
        assertThat(replay(RAISED, HELD, told).due())
                .containsExactlyInAnyOrder(new Delivery(0, FIRST), new Delivery(0, SECOND));
    }

    @Test
    void who_has_quiet_hours_is_not_told_of_what_somebody_has_taken_over() {
        given(RAISED, HELD, TAKEN).when(new TellHeld(MORNING)).then();
        given().when(new TellHeld(MORNING)).refused("ALERT_UNKNOWN");
    }

    @Test
    void a_receiver_that_is_gone_is_given_up_and_stands_in_the_record() {
        var mail = new Delivery(0, FIRST);
        var gone = new AlertGivenUp(ALERT, ANNA, mail, QUARTER, "gone");
        given(RAISED).when(new GiveUp(mail, QUARTER, "gone")).then(gone);
        given(RAISED, gone).when(new GiveUp(mail, QUARTER, "gone")).then();
        assertThat(replay(RAISED, gone).due()).isEmpty();
        given().when(new GiveUp(mail, QUARTER, "gone")).refused("ALERT_UNKNOWN");
    }

    @Test
    void an_acknowledgement_by_the_link_of_a_mail_says_by_which_mail() {
        var mail = new Delivery(1, FIRST);
        given(RAISED)
                .when(new AcknowledgeByLink(TAKE, mail))
                .then(TAKEN, new AcknowledgedByLink(ALERT, ANNA, mail, "saf-01", QUARTER));
    }

    @Test
    void a_link_serves_once_and_asks_for_a_note_like_everybody() {
        var mail = new Delivery(0, FIRST);
        given(RAISED, TAKEN).when(new AcknowledgeByLink(TAKE, mail)).refused("ALREADY_ACKNOWLEDGED");
        given(RAISED)
                .when(new AcknowledgeByLink(new Acknowledge("saf-01", QUARTER, ""), mail))
                .refused("NOTE_MISSING");
        given().when(new AcknowledgeByLink(TAKE, mail)).refused("ALERT_UNKNOWN");
    }

    private static Alert replay(SafetyFact... facts) {
        return Alert.DECIDER.replay(List.of(facts));
    }
}
