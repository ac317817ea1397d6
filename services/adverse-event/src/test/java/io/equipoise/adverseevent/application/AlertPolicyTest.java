package io.equipoise.adverseevent.application;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertPolicyTest {
    private final Ward ward = new Ward();
    private final Recipients recipients = new Recipients(List.of(Ward.OFFICER), List.of());

    @Test
    void a_serious_event_raises_an_alert_with_its_deadline() {
        ward.policy(recipients).told(ward.enter(ADMITTED_REPORTED));
        assertThat(ward.alertFacts().getFirst())
                .isEqualTo(new AlertRaised(
                        Ward.ALERT,
                        REACTION,
                        ANNA,
                        "SERIOUS",
                        3,
                        "Grade 3 infusion related reaction: hospitalization",
                        TOLD,
                        TOLD.plus(Duration.ofMinutes(15)),
                        List.of(Ward.OFFICER)));
    }

    @Test
    void told_twice_and_by_two_processes_it_is_one_alert() throws InterruptedException {
        var commit = ward.enter(ADMITTED_REPORTED);
        var start = new CountDownLatch(1);
        var tellers = List.of(new Thread(() -> tell(start, commit)), new Thread(() -> tell(start, commit)));
        tellers.forEach(Thread::start);
        start.countDown();
        for (var teller : tellers) {
            teller.join();
        }
        ward.policy(recipients).told(commit);
        assertThat(ward.alertFacts()).filteredOn(AlertRaised.class::isInstance).hasSize(1);
        assertThat(ward.journal.read("alert/" + Ward.ALERT)).hasSize(1);
    }

    private void tell(CountDownLatch start, Commit<SafetyFact> commit) {
        try {
            start.await();
            ward.policy(recipients).told(commit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_event_that_is_not_serious_raises_nothing_until_it_is() {
        var policy = ward.policy(recipients);
        policy.told(ward.enter(MILD_REPORTED));
        assertThat(ward.alertFacts()).isEmpty();
        ward.clock.pass(Duration.ofHours(20));
        var worse = new AdverseEventAmended(REACTION, ANNA, 2, ADMITTED, null, null, "admitted overnight");
        policy.told(ward.journal.append(AdverseEvent.stream(REACTION), 2, ward.officer("amend"), List.of(worse)));
        assertThat(ward.alertFacts().getFirst())
                .isInstanceOfSatisfying(
                        AlertRaised.class,
                        raised -> assertThat(raised.raisedAt()).isEqualTo(TOLD.plus(Duration.ofHours(20))));
    }

    @Test
    void where_nobody_said_how_long_to_wait_no_deadline_is_invented() {
        ward.patience = Optional.empty();
        ward.policy(recipients).told(ward.enter(ADMITTED_REPORTED));
        assertThat(((AlertRaised) ward.alertFacts().getFirst()).escalateAt()).isNull();
    }

    @Test
    void the_alert_follows_from_the_entry_in_the_record() {
        var commit = ward.enter(ADMITTED_REPORTED);
        ward.policy(recipients).told(commit);
        var alert = ward.journal.read("alert/" + Ward.ALERT).getFirst();
        assertThat(alert.by().causation()).isEqualTo(commit.by().commandId());
        assertThat(alert.by().correlation()).isEqualTo(commit.by().correlation());
        assertThat(alert.by().actor()).isEqualTo("system:adverse-event");
    }
}
