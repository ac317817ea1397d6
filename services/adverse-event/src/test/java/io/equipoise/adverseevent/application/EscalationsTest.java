package io.equipoise.adverseevent.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.Escalations.Ladders;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalationsTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final Ward ward = new Ward();

    @Test
    void an_alert_that_nobody_acknowledges_goes_up_at_its_deadline_and_not_before() {
        ward.raise(Ward.OFFICER);
        var escalations = escalations(Ward.HEAD);
        ward.clock.pass(QUARTER.minusSeconds(1));
        escalations.sweep();
        assertThat(steps()).isEmpty();
        ward.clock.pass(Duration.ofSeconds(1));
        escalations.sweep();
        assertThat(steps()).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(1);
            assertThat(step.targets()).containsExactly(Ward.HEAD);
        });
        assertThat(ward.alert().due()).contains(new Delivery(1, Ward.HEAD));
    }

    @Test
    void swept_again_and_by_another_process_it_is_one_step() {
        ward.raise(Ward.OFFICER);
        ward.clock.pass(QUARTER);
        escalations(Ward.HEAD).sweep();
        escalations(Ward.HEAD).sweep();
        assertThat(steps()).hasSize(1);
    }

    @Test
    void a_deadline_that_passed_while_nobody_ran_is_met_at_the_next_start() {
        ward.raise(Ward.OFFICER);
        ward.clock.pass(Duration.ofDays(2));
        escalations(Ward.HEAD).sweep();
        assertThat(steps()).hasSize(1);
    }

    @Test
    void what_is_acknowledged_stays_down() {
        ward.raise(Ward.OFFICER);
        new Acknowledging(ward.alerts()).acknowledge(Ward.ALERT, "site called", ward.officer("ack"));
        ward.clock.pass(QUARTER);
        escalations(Ward.HEAD).sweep();
        assertThat(steps()).isEmpty();
    }

    @Test
    void every_rung_is_climbed_in_its_time_and_then_no_more() {
        ward.raise(Ward.OFFICER);
        var escalations = escalations(Ward.HEAD, Ward.OFFICER);
        for (int i = 0; i < 5; i++) {
            ward.clock.pass(QUARTER);
            escalations.sweep();
        }
        assertThat(steps()).extracting(AlertEscalated::step).containsExactly(1, 2);
        assertThat(steps())
                .extracting(AlertEscalated::at)
                .containsExactly(
                        ward.clock.instant().minus(QUARTER.multipliedBy(4)),
                        ward.clock.instant().minus(QUARTER.multipliedBy(3)));
    }

    @Test
    void without_anybody_to_tell_the_step_still_stands_in_the_record() {
        ward.raise(Ward.OFFICER);
        ward.clock.pass(QUARTER);
        escalations().sweep();
        assertThat(steps())
                .singleElement()
                .satisfies(step -> assertThat(step.targets()).isEmpty());
    }

    @Test
    void where_nobody_said_how_long_to_wait_nothing_goes_up_until_somebody_does() {
        ward.patience = Optional.empty();
        ward.raise(Ward.OFFICER);
        ward.clock.pass(Duration.ofDays(30));
        escalations(Ward.HEAD).sweep();
        assertThat(steps()).isEmpty();
        ward.patience = Optional.of(Duration.ofHours(1));
        escalations(Ward.HEAD).sweep();
        assertThat(steps()).hasSize(1);
    }

    @Test
    void who_is_not_due_yet_is_not_read_again_every_second() {
        ward.raise(Ward.OFFICER);
        var escalations = escalations(Ward.HEAD);
        ward.clock.pass(QUARTER.minusSeconds(20));
        escalations.sweep();
        ward.journal.goAway(true);
        ward.clock.pass(Duration.ofSeconds(19));
        escalations.sweep();
        ward.journal.goAway(false);
        ward.clock.pass(Duration.ofSeconds(1));
        escalations.sweep();
        assertThat(steps()).hasSize(1);
    }

    private Escalations escalations(Target... ladder) {
        OpenAlerts everything = new OpenAlerts() {
            @Override
            public List<String> unacknowledged(int stepsBelow) {
                return List.of(Ward.ALERT);
            }

            @Override
            public List<String> undelivered() {
                return List.of(Ward.ALERT);
            }
        };
        var recipients = new Recipients(List.of(), List.of(ladder));
        return new Escalations(
                everything, ward.alerts(), ward.rule(), new Ladders(recipients, ward.calling(recipients)), ward.clock);
    }

    private List<AlertEscalated> steps() {
        return ward.alertFacts().stream()
                .filter(AlertEscalated.class::isInstance)
                .map(AlertEscalated.class::cast)
                .toList();
    }
}
