package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AlertCommand.Acknowledge;
import io.equipoise.adverseevent.domain.AlertCommand.Delivered;
import io.equipoise.adverseevent.domain.AlertCommand.Escalate;
import io.equipoise.adverseevent.domain.AlertCommand.Raise;
import io.equipoise.adverseevent.domain.AlertCommand.Undelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.alerting.Called;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.Plan;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import io.equipoise.platform.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertSpec extends Specification<Alert, AlertCommand, SafetyFact> {
    private static final String ALERT = "AL-AE-7Q2M9K4T";
    private static final Target OFFICER = new Target(Channel.EMAIL, "safety-officer");
    private static final Target HEAD = new Target(Channel.EMAIL, "head-of-safety");
    private static final Target HOOK = new Target(Channel.WEBHOOK, "https://safety.example/hook");
    private static final Instant DEADLINE = TOLD.plus(Duration.ofMinutes(15));
    private static final Instant LATER = TOLD.plusSeconds(180);
    private static final Delivery MAIL = new Delivery(Delivery.ALERT, OFFICER);
    private static final AlertRaised RAISED = new AlertRaised(
            ALERT,
            REACTION,
            ANNA,
            "SERIOUS",
            3,
            "Grade 3 infusion related reaction: hospitalization",
            TOLD,
            DEADLINE,
            List.of(OFFICER, HOOK));
    private static final MetRule SERIOUS_MET =
            new MetRule(RuleKind.SERIOUS, "a criterion of seriousness is met: hospitalization");
    private static final AlertReasoned REASONED = new AlertReasoned(ALERT, ANNA, 0, List.of(SERIOUS_MET));
    private static final AlertAcknowledged ACKNOWLEDGED =
            new AlertAcknowledged(ALERT, ANNA, "saf-01", LATER, "site called");
    private static final AlertDelivered MAILED = new AlertDelivered(ALERT, ANNA, MAIL, LATER);

    AlertSpec() {
        super(Alert.DECIDER);
    }

    private static Raise raise(AdverseEventFact because, Instant deadline, Target... targets) {
        return new Raise(Trigger.Told.of(because), List.of(SERIOUS_MET), 0, TOLD, plan(deadline, targets));
    }

    private static Plan plan(Instant deadline, Target... targets) {
        return new Plan(deadline, 0, List.of(), Called.plainly(List.of(targets)));
    }

    @Test
    void a_serious_event_raises_its_alert() {
        given().when(raise(ADMITTED_REPORTED, DEADLINE, OFFICER, HOOK)).then(RAISED, REASONED);
    }

    @Test
    void an_event_that_becomes_serious_raises_its_alert() {
        var worse = new AdverseEventAmended(REACTION, ANNA, 2, ADMITTED, null, null, "admitted overnight");
        given().when(raise(worse, DEADLINE, OFFICER, HOOK)).then(RAISED, REASONED);
    }

    @Test
    void an_event_told_twice_raises_one_alert() {
        given(RAISED).when(raise(ADMITTED_REPORTED, DEADLINE, HEAD)).then();
    }

    @Test
    void what_meets_no_rule_raises_none() {
        given().when(new Raise(Trigger.Told.of(MILD_REPORTED), List.of(), 0, TOLD, plan(DEADLINE, OFFICER)))
                .then();
    }

    @Test
    void a_name_in_capitals_keeps_them_in_the_summary() {
        var account = new Account(
                "COVID-19",
                4,
                List.of(Criterion.LIFE_THREATENING, Criterion.OTHER_IMPORTANT),
                ADMITTED.onset(),
                null,
                Relation.UNRELATED,
                null,
                EventOutcome.RECOVERING);
        assertThat(new Summary(account)).hasToString("Grade 4 COVID-19: life threatening, other important");
    }

    @Test
    void a_named_person_acknowledges() {
        given(RAISED).when(new Acknowledge("saf-01", LATER, "site called")).then(ACKNOWLEDGED);
    }

    @Test
    void the_second_to_acknowledge_learns_who_was_first() {
        assertThat(given(RAISED, ACKNOWLEDGED)
                        .when(new Acknowledge("saf-02", LATER, "me too"))
                        .refused("ALREADY_ACKNOWLEDGED")
                        .detail())
                .contains("saf-01", LATER.toString());
    }

    @Test
    void an_acknowledgement_says_what_is_done() {
        given(RAISED).when(new Acknowledge("saf-01", LATER, " ")).refused("NOTE_MISSING");
        given(RAISED).when(new Acknowledge("saf-01", LATER, "x".repeat(2_001))).refused("NOTE_MISSING");
    }

    @Test
    void what_was_never_raised_cannot_be_acknowledged() {
        given().when(new Acknowledge("saf-01", LATER, "site called")).refused("ALERT_UNKNOWN");
    }

    @Test
    void a_delivery_is_put_on_record_once() {
        given(RAISED).when(new Delivered(MAIL, LATER)).then(MAILED);
        given(RAISED, MAILED).when(new Delivered(MAIL, LATER.plusSeconds(1))).then();
    }

    @Test
    void a_delivery_to_a_stranger_is_no_delivery() {
        given(RAISED).when(new Delivered(new Delivery(0, HEAD), LATER)).then();
    }

    @Test
    void what_was_never_raised_cannot_be_delivered() {
        given().when(new Delivered(MAIL, LATER)).refused("ALERT_UNKNOWN");
    }

    @Test
    void a_failed_delivery_is_put_on_record_and_stays_due() {
        var failed = given(RAISED)
                .when(new Undelivered(MAIL, LATER, 1, "HTTP 503"))
                .then(new AlertUndelivered(ALERT, ANNA, MAIL, LATER, 1, "HTTP 503"));
        failed.when(new Undelivered(MAIL, LATER, 1, "HTTP 503")).then();
        failed.when(new Delivered(MAIL, LATER)).then(MAILED);
    }

    @Test
    void a_failure_after_the_success_is_of_no_interest() {
        given(RAISED, MAILED).when(new Undelivered(MAIL, LATER, 4, "HTTP 503")).then();
    }

    @Test
    void what_was_never_raised_cannot_fail() {
        given().when(new Undelivered(MAIL, LATER, 1, "HTTP 503")).refused("ALERT_UNKNOWN");
    }

    @Test
    void what_nobody_acknowledges_goes_a_step_up() {
        given(RAISED)
                .when(new Escalate(1, DEADLINE, List.of(HEAD)))
                .then(new AlertEscalated(ALERT, ANNA, 1, DEADLINE, List.of(HEAD)));
    }

    @Test
    void a_step_is_taken_once_and_none_is_skipped() {
        var escalated = new AlertEscalated(ALERT, ANNA, 1, DEADLINE, List.of(HEAD));
        given(RAISED, escalated).when(new Escalate(1, DEADLINE, List.of(HEAD))).then();
        given(RAISED).when(new Escalate(2, DEADLINE, List.of(HEAD))).then();
    }

    @Test
    void what_is_acknowledged_is_not_escalated() {
        given(RAISED, ACKNOWLEDGED)
                .when(new Escalate(1, DEADLINE, List.of(HEAD)))
                .then();
    }

    @Test
    void what_was_never_raised_cannot_be_escalated() {
        given().when(new Escalate(1, DEADLINE, List.of(HEAD))).refused("ALERT_UNKNOWN");
    }

    @Test
    void an_escalation_has_to_be_told_beside_the_alert() {
        var state = Alert.DECIDER.replay(
                List.of(RAISED, MAILED, new AlertEscalated(ALERT, ANNA, 1, DEADLINE, List.of(OFFICER))));
        assertThat(state.due()).containsExactlyInAnyOrder(new Delivery(0, HOOK), new Delivery(1, OFFICER));
    }

    @Test
    void every_step_waits_as_long_as_the_first() {
        var raised = Alert.DECIDER.replay(List.of(RAISED));
        var once = Alert.DECIDER.replay(List.of(RAISED, new AlertEscalated(ALERT, ANNA, 1, DEADLINE, List.of())));
        assertThat(raised.nextStepAt(Optional.empty())).contains(DEADLINE);
        assertThat(once.nextStepAt(Optional.empty())).contains(TOLD.plus(Duration.ofMinutes(30)));
    }

    @Test
    void a_wait_that_is_told_later_counts_from_the_alert() {
        var unset = new AlertRaised(ALERT, REACTION, ANNA, "SERIOUS", 3, "Grade 3", TOLD, null, List.of());
        var state = Alert.DECIDER.replay(List.of(unset));
        assertThat(state.nextStepAt(Optional.empty())).isEmpty();
        assertThat(state.nextStepAt(Optional.of(Duration.ofMinutes(5)))).contains(TOLD.plusSeconds(300));
    }

    @Test
    void once_acknowledged_no_step_is_due() {
        assertThat(Alert.DECIDER.replay(List.of(RAISED, ACKNOWLEDGED)).nextStepAt(Optional.empty()))
                .isEmpty();
    }
}
