package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.application.Carrier.Dispatch;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Delivered;
import io.equipoise.adverseevent.domain.AlertCommand.GiveUp;
import io.equipoise.adverseevent.domain.AlertCommand.Undelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Commit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells every target until it takes it: at least once, without end, with growing patience, one target never waiting for
 * another. What was told stands in the journal; what did not stays due over any restart.
 */
public final class Deliveries {
    /** How long to wait after the first failure, and at most. */
    public record Pace(Duration first, Duration longest) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1));
        private static final int DOUBLINGS = 16;

        Duration after(int attempts) {
            var grown = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
            return grown.compareTo(longest) > 0 ? longest : grown;
        }
    }

    /** By whom, and whose turn it is among several processes. */
    public record Couriers(List<Carrier> carriers, Turns turns) {
        public Couriers {
            carriers = List.copyOf(carriers);
        }

        public boolean reach(Target target) {
            return to(target).isPresent();
        }

        Optional<Carrier> to(Target target) {
            return carriers.stream().filter(carrier -> carrier.serves(target)).findFirst();
        }
    }

    private record Errand(String alert, Delivery delivery) {
        /** The same in every process. */
        String id() {
            var target = delivery.target();
            return String.join("/", delivery.id(alert), target.channel().name(), target.to());
        }
    }

    /** Longer than any attempt takes. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;
    private final Couriers couriers;
    private final Measures measures;
    private final Clock clock;
    private final Pace pace;
    private final Rests rests = new Rests();
    private final Map<Errand, Integer> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Deliveries(
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            Couriers couriers,
            Measures measures,
            Clock clock,
            Pace pace) {
        this.alerts = alerts;
        this.couriers = couriers;
        this.measures = measures;
        this.clock = clock;
        this.pace = pace;
    }

    /** At once, when an alert is raised, goes a step up, or somebody's quiet hours are over. */
    public void told(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            switch (fact) {
                case AlertRaised raised -> setOut(raised.alert());
                case AlertEscalated up -> setOut(up.alert());
                case AlertHeldTold held -> setOut(held.alert());
                case SafetyFact other -> {}
            }
        }
    }

    /** Sets out with what nobody has set out with: what a process that died left, or what nobody could reach. */
    public void lookAfter(List<String> undelivered) {
        var now = clock.instant();
        rests.keep(undelivered);
        undelivered.stream().filter(alert -> !rests.rests(alert, now)).forEach(this::setOut);
    }

    /** Sets out with everything of this alert that is still due and not under way. */
    public void setOut(String alert) {
        var state = alerts.state(Alert.stream(alert));
        var raised = state.raised();
        if (raised == null) {
            return;
        }
        for (var delivery : state.due()) {
            var carrier = couriers.to(delivery.target());
            var errand = new Errand(alert, delivery);
            var before = state.attempts().getOrDefault(delivery, 0);
            if (carrier.isPresent() && underWay.putIfAbsent(errand, before) == null) {
                Thread.ofVirtual()
                        .name("delivery-" + delivery.id(alert))
                        .start(() -> go(errand, raised, carrier.get()));
            }
        }
        rests.rest(alert, clock.instant());
    }

    /** How many have failed at least once and are not delivered yet. */
    public long undelivered() {
        return underWay.values().stream().filter(failures -> failures > 0).count();
    }

    public void open() {
        rests.clear();
        closed = false;
    }

    /** Lets nobody set out on another attempt; what is due stays due. */
    public void close() {
        closed = true;
    }

    private void go(Errand errand, AlertRaised raised, Carrier carrier) {
        try {
            int attempt = underWay.getOrDefault(errand, 0);
            while (isStillDue(errand)) {
                if (isOurTurn(errand)) {
                    attempt++;
                    if (attempt(errand, raised, carrier, attempt)) {
                        return;
                    }
                }
                Thread.sleep(pace.after(Math.max(1, attempt)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(errand);
        }
    }

    /** True once the target has taken it, or is gone for good, and that is on record. */
    private boolean attempt(Errand errand, AlertRaised raised, Carrier carrier, int attempt)
            throws InterruptedException {
        var problem = carry(errand, raised, carrier);
        var now = clock.instant();
        if (problem.isEmpty()) {
            measure(errand.delivery(), Duration.between(raised.raisedAt(), now));
            untilRecorded(() -> record(errand, "delivered", new Delivered(errand.delivery(), now), now));
            return true;
        }
        var gone = carrier.gone(errand.delivery().target());
        if (gone.isPresent()) {
            untilRecorded(() -> record(errand, "gone", new GiveUp(errand.delivery(), now, gone.get()), now));
            return true;
        }
        underWay.put(errand, attempt);
        if (Integer.bitCount(attempt) == 1) {
            var failed = new Undelivered(errand.delivery(), now, attempt, problem.get());
            untilRecorded(() -> record(errand, "undelivered/" + attempt, failed, now));
        }
        untilRecorded(() -> couriers.turns().giveBack(errand.id(), now));
        return false;
    }

    /** Without a store nobody can tell whose turn it is; better told twice than not at all. */
    private boolean isOurTurn(Errand errand) {
        var now = clock.instant();
        try {
            return couriers.turns().take(errand.id(), now, now.plus(TURN));
        } catch (RuntimeException storeIsDown) {
            return true;
        }
    }

    /** Another process of this service may have been faster. */
    private boolean isStillDue(Errand errand) {
        try {
            return !closed && alerts.state(Alert.stream(errand.alert())).due().contains(errand.delivery());
        } catch (RuntimeException storeIsDown) {
            return !closed;
        }
    }

    private void measure(Delivery delivery, Duration sinceEntry) {
        if (delivery.step() == Delivery.ALERT) {
            measures.reached(delivery.target().channel().name(), sinceEntry);
        }
    }

    private Optional<String> carry(Errand errand, AlertRaised raised, Carrier carrier) {
        try {
            return carrier.carry(new Dispatch(errand.delivery(), raised, clock.instant()));
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    /** What was sent is not sent again because the store is away for a while, or because we close just then. */
    private void untilRecorded(Runnable recording) throws InterruptedException {
        int attempt = 0;
        do {
            try {
                recording.run();
                return;
            } catch (RuntimeException storeIsDown) {
                attempt++;
                Thread.sleep(pace.after(attempt));
            }
        } while (!closed);
    }

    private void record(Errand errand, String what, AlertCommand command, Instant now) {
        var id = what + "/" + errand.id();
        alerts.handle(Alert.stream(errand.alert()), command, Ourselves.following(id, id, null, now));
    }
}
