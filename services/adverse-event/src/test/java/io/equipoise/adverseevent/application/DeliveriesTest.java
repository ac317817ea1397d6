package io.equipoise.adverseevent.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Deliveries.Pace;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveriesTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(1), Duration.ofMillis(2));
    private final Ward ward = new Ward();
    private final List<Deliveries> all = new CopyOnWriteArrayList<>();
    private final List<String> measured = new CopyOnWriteArrayList<>();

    @AfterEach
    void nobody_goes_on() {
        all.forEach(Deliveries::close);
    }

    @Test
    void what_a_target_takes_is_put_on_record_once() {
        ward.raise(Ward.OFFICER);
        var mail = new Postman(Ward.OFFICER, attempt -> Optional.empty());
        var deliveries = deliveries(mail);
        deliveries.setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
        deliveries.setOut(Ward.ALERT);
        deliveries(mail).setOut(Ward.ALERT);
        assertThat(mail.attempts).hasSize(1);
        assertThat(kinds(AlertDelivered.class)).hasSize(1);
        assertThat(measured).containsExactly("EMAIL");
    }

    @Test
    void what_fails_is_tried_without_end_and_noted_ever_more_rarely() {
        ward.raise(Ward.OFFICER);
        var mail = new Postman(Ward.OFFICER, attempt -> attempt <= 40 ? Optional.of("HTTP 500") : Optional.empty());
        deliveries(mail).setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(mail.attempts).hasSize(41);
        assertThat(mail.attempts).containsOnly(Ward.ALERT + ".raised");
        assertThat(kinds(AlertUndelivered.class))
                .extracting(fact -> ((AlertUndelivered) fact).attempts())
                .containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(kinds(AlertDelivered.class)).hasSize(1);
    }

    @Test
    void what_was_due_when_the_process_died_is_carried_by_the_next() {
        ward.raise(Ward.OFFICER);
        var down = new Postman(Ward.OFFICER, attempt -> Optional.of("connection refused"));
        var first = deliveries(down);
        first.setOut(Ward.ALERT);
        await().until(() -> kinds(AlertUndelivered.class).size() >= 2);
        assertThat(first.undelivered()).isEqualTo(1);
        first.close();
        ward.clock.pass(Duration.ofMinutes(1)); // who dies in the middle of a try has the turn that long
        var up = new Postman(Ward.OFFICER, attempt -> Optional.empty());
        deliveries(up).setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(kinds(AlertDelivered.class)).hasSize(1);
    }

    @Test
    void what_comes_of_a_try_while_its_courier_closes_is_on_record_and_the_next_has_its_turn() {
        ward.raise(Ward.OFFICER, Ward.HEAD);
        var both = new CountDownLatch(2);
        var mail = new Postman(Ward.OFFICER, attempt -> closing(both, Optional.empty()));
        var down = new Postman(Ward.HEAD, attempt -> closing(both, Optional.of("connection refused")));
        var first = deliveries(mail, down);
        first.setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().size() == 1 && first.undelivered() == 0);
        deliveries(mail, new Postman(Ward.HEAD, attempt -> Optional.empty())).setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(mail.attempts).hasSize(1);
    }

    /** Closes once both are under way. */
    private Optional<String> closing(CountDownLatch both, Optional<String> problem) {
        both.countDown();
        await().until(() -> both.getCount() == 0);
        all.getFirst().close();
        return problem;
    }

    @Test
    void what_is_under_way_or_out_of_reach_is_looked_at_again_after_half_a_minute_and_not_every_second() {
        ward.raise(Ward.OFFICER);
        var nobody = deliveries();
        nobody.lookAfter(List.of(Ward.ALERT));
        ward.journal.goAway(true);
        ward.clock.pass(Duration.ofSeconds(29));
        nobody.lookAfter(List.of(Ward.ALERT)); // who looked would find that there is no store
        ward.clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> nobody.lookAfter(List.of(Ward.ALERT))).isInstanceOf(RuntimeException.class);
        ward.journal.goAway(false);
        var mail = new Postman(Ward.OFFICER, attempt -> Optional.empty());
        deliveries(mail).lookAfter(List.of(Ward.ALERT));
        await().until(() -> ward.alert().due().isEmpty());
    }

    @Test
    void one_target_that_hangs_holds_up_no_other() {
        ward.raise(Ward.OFFICER, Ward.HOOK);
        var never = new CountDownLatch(1);
        var hanging = new Postman(Ward.HOOK, attempt -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        deliveries(hanging, new Postman(Ward.OFFICER, attempt -> Optional.empty()))
                .setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().size() == 1);
        assertThat(ward.alert().due()).extracting(due -> due.target()).containsExactly(Ward.HOOK);
        never.countDown();
    }

    @Test
    void what_was_sent_while_the_store_was_away_is_recorded_later_and_not_sent_again() {
        ward.raise(Ward.OFFICER);
        var mail = new Postman(Ward.OFFICER, attempt -> {
            ward.journal.goAway(true);
            return Optional.empty();
        });
        deliveries(mail).setOut(Ward.ALERT);
        await().until(() -> !mail.attempts.isEmpty() && measured.size() == 1);
        ward.journal.goAway(false);
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(mail.attempts).hasSize(1);
    }

    @Test
    void two_processes_send_one_mail() {
        ward.raise(Ward.OFFICER);
        var bothHere = new CountDownLatch(1);
        var mail = new Postman(Ward.OFFICER, attempt -> {
            try {
                bothHere.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        deliveries(mail).setOut(Ward.ALERT);
        await().until(() -> mail.attempts.size() == 1);
        var second = deliveries(mail);
        second.setOut(Ward.ALERT);
        bothHere.countDown();
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(mail.attempts).hasSize(1);
    }

    @Test
    void a_turn_of_a_process_that_died_ends_by_itself() {
        ward.raise(Ward.OFFICER);
        ward.turns.take(
                Ward.ALERT + ".raised/EMAIL/safety-officer",
                ward.clock.instant(),
                ward.clock.instant().plusSeconds(60));
        var mail = new Postman(Ward.OFFICER, attempt -> Optional.empty());
        deliveries(mail).setOut(Ward.ALERT);
        assertThat(mail.attempts).isEmpty();
        ward.clock.pass(Duration.ofSeconds(60));
        await().until(() -> ward.alert().due().isEmpty());
    }

    @Test
    void a_carrier_that_breaks_has_failed() {
        ward.raise(Ward.OFFICER);
        var clumsy = new Postman(Ward.OFFICER, attempt -> {
            if (attempt == 1) {
                throw new IllegalStateException("dropped");
            }
            return Optional.empty();
        });
        deliveries(clumsy).setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(kinds(AlertUndelivered.class)).hasSize(1);
    }

    @Test
    void a_target_that_the_settings_no_longer_know_stays_due_in_the_record() {
        ward.raise(Ward.OFFICER);
        var other = new Postman(Ward.HEAD, attempt -> Optional.empty());
        deliveries(other).setOut(Ward.ALERT);
        assertThat(ward.alert().due()).hasSize(1);
        assertThat(other.attempts).isEmpty();
    }

    @Test
    void patience_grows_to_a_minute() {
        assertThat(Pace.USUAL.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.USUAL.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pace.USUAL.after(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }

    private Deliveries deliveries(Carrier... carriers) {
        var deliveries = new Deliveries(
                ward.alerts(),
                new Couriers(List.of(carriers), ward.turns),
                (channel, time) -> measured.add(channel),
                ward.clock,
                QUICK);
        all.add(deliveries);
        return deliveries;
    }

    private List<SafetyFact> kinds(Class<? extends SafetyFact> kind) {
        return ward.alertFacts().stream().filter(kind::isInstance).toList();
    }

    /** Answers each attempt as told, and remembers what was sent. */
    private record Postman(Target target, Function<Integer, Optional<String>> answer, List<String> attempts)
            implements Carrier {
        Postman(Target target, Function<Integer, Optional<String>> answer) {
            this(target, answer, new CopyOnWriteArrayList<>());
        }

        @Override
        public boolean serves(Target asked) {
            return asked.equals(target);
        }

        @Override
        public Optional<String> carry(Dispatch dispatch) {
            attempts.add(dispatch.delivery().id(dispatch.alert().alert()));
            return answer.apply(attempts.size());
        }
    }
}
