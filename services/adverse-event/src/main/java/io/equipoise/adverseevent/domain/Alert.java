package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

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
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The call for a safety officer that a serious event makes: exactly one an event, however often it is told.
 *
 * @param due what still has to be told to someone
 * @param attempts how often a delivery has failed so far
 * @param steps how often it was escalated
 */
public record Alert(
        @Nullable AlertRaised raised,
        @Nullable AlertAcknowledged acknowledged,
        Set<Delivery> due,
        Map<Delivery, Integer> attempts,
        int steps) {
    public static final Decider<Alert, AlertCommand, SafetyFact> DECIDER =
            new Decider<>(new Alert(null, null, Set.of(), Map.of(), 0), Alert::decide, Alert::evolve);

    public static final String SERIOUS = "SERIOUS";
    private static final int LONGEST_NOTE = 2_000;

    public Alert {
        due = Set.copyOf(due);
        attempts = Map.copyOf(attempts);
    }

    /** An event's alert. */
    public static String idFor(String event) {
        return "AL-" + event;
    }

    /** Where the alert's facts are kept. */
    public static String stream(String alert) {
        return "alert/" + alert;
    }

    /** Raised, and nobody has taken it over. */
    public boolean open() {
        return raised != null && acknowledged == null;
    }

    /** When the next step up is due: every step waits as long as the first. Empty where nobody has said how long. */
    public Optional<Instant> nextStepAt(Optional<Duration> told) {
        if (raised == null || acknowledged != null) {
            return Optional.empty();
        }
        var escalateAt = raised.escalateAt();
        var wait = escalateAt == null ? told : Optional.of(Duration.between(raised.raisedAt(), escalateAt));
        return wait.map(each -> raised.raisedAt().plus(each.multipliedBy(steps + 1L)));
    }

    private static Decision<SafetyFact> decide(Alert state, AlertCommand command) {
        return switch (command) {
            case Raise raise -> state.raise(raise);
            case Acknowledge acknowledge -> state.ifRaised(raised -> state.acknowledge(raised, acknowledge));
            case Delivered(var delivery, var at) ->
                state.ifDue(delivery, raised -> new AlertDelivered(raised.alert(), raised.subject(), delivery, at));
            case Undelivered(var delivery, var at, var attempts, var problem) ->
                state.ifDue(
                        delivery,
                        raised -> attempts > state.attempts.getOrDefault(delivery, 0)
                                ? new AlertUndelivered(
                                        raised.alert(), raised.subject(), delivery, at, attempts, problem)
                                : null);
            case Escalate(var step, var at, var targets) ->
                state.ifRaised(raised -> state.open() && step == state.steps + 1
                        ? accept(new AlertEscalated(raised.alert(), raised.subject(), step, at, targets))
                        : accept());
        };
    }

    private Decision<SafetyFact> raise(Raise raise) {
        var because = raise.because();
        if (raised != null || !because.account().serious()) {
            return accept();
        }
        return accept(new AlertRaised(
                idFor(because.event()),
                because.event(),
                because.subject(),
                SERIOUS,
                because.account().grade(),
                new Summary(because.account()).toString(),
                raise.raisedAt(),
                raise.escalateAt(),
                raise.targets()));
    }

    private Decision<SafetyFact> acknowledge(AlertRaised raised, Acknowledge command) {
        if (acknowledged != null) {
            return refuse(Refusal.conflict(
                    "ALREADY_ACKNOWLEDGED",
                    "acknowledged by " + acknowledged.by() + " at " + acknowledged.at() + " already"));
        }
        if (command.note().isBlank() || command.note().length() > LONGEST_NOTE) {
            return refuse(Refusal.invalid("NOTE_MISSING", "say in 1 to 2000 characters what you do about it", "/note"));
        }
        return accept(
                new AlertAcknowledged(raised.alert(), raised.subject(), command.by(), command.at(), command.note()));
    }

    private Decision<SafetyFact> ifRaised(Function<AlertRaised, Decision<SafetyFact>> then) {
        return raised == null
                ? refuse(Refusal.unknown("ALERT_UNKNOWN", "no such alert was raised"))
                : then.apply(raised);
    }

    /** Told twice, or told of something that nobody waits for, changes nothing. */
    private Decision<SafetyFact> ifDue(Delivery delivery, Function<AlertRaised, @Nullable SafetyFact> then) {
        return ifRaised(raised -> {
            var fact = due.contains(delivery) ? then.apply(raised) : null;
            return fact == null ? accept() : accept(fact);
        });
    }

    private static Alert evolve(Alert state, SafetyFact fact) {
        return switch (fact) {
            case AlertRaised raised ->
                new Alert(raised, null, state.plus(Delivery.ALERT, raised.targets()), state.attempts, state.steps);
            case AlertAcknowledged acknowledged ->
                new Alert(state.raised, acknowledged, state.due, state.attempts, state.steps);
            case AlertDelivered(var alert, var subject, var delivery, var at) -> state.minus(delivery);
            case AlertUndelivered failed -> state.failed(failed);
            case AlertEscalated escalated ->
                new Alert(
                        state.raised,
                        state.acknowledged,
                        state.plus(escalated.step(), escalated.targets()),
                        state.attempts,
                        escalated.step());
            case AdverseEventFact foreign -> throw new IllegalStateException("not about an alert: " + foreign);
        };
    }

    private Set<Delivery> plus(int step, List<Target> targets) {
        var more = new LinkedHashSet<>(due);
        targets.forEach(target -> more.add(new Delivery(step, target)));
        return more;
    }

    private Alert minus(Delivery delivery) {
        var left = new LinkedHashSet<>(due);
        left.remove(delivery);
        return new Alert(raised, acknowledged, left, attempts, steps);
    }

    private Alert failed(AlertUndelivered failure) {
        var counted = new HashMap<>(attempts);
        counted.put(failure.delivery(), failure.attempts());
        return new Alert(raised, acknowledged, due, counted, steps);
    }
}
