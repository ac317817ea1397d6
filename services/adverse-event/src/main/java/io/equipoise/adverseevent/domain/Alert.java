package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.AlertCommand.Acknowledge;
import io.equipoise.adverseevent.domain.AlertCommand.AcknowledgeByLink;
import io.equipoise.adverseevent.domain.AlertCommand.Climb;
import io.equipoise.adverseevent.domain.AlertCommand.Delivered;
import io.equipoise.adverseevent.domain.AlertCommand.Escalate;
import io.equipoise.adverseevent.domain.AlertCommand.GiveUp;
import io.equipoise.adverseevent.domain.AlertCommand.Raise;
import io.equipoise.adverseevent.domain.AlertCommand.TellHeld;
import io.equipoise.adverseevent.domain.AlertCommand.Undelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact.AcknowledgedByLink;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertPlanned;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import io.equipoise.adverseevent.domain.alerting.Called;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The call for a safety officer that a fact makes: exactly one, however often that fact is told.
 *
 * @param rungs the ladder that it climbs; none, where the settings count
 * @param errands whom it has yet to reach
 * @param steps how often it was escalated
 */
public record Alert(
        @Nullable AlertRaised raised,
        @Nullable AlertAcknowledged acknowledged,
        List<Rung> rungs,
        Errands errands,
        int steps) {
    public static final Decider<Alert, AlertCommand, SafetyFact> DECIDER =
            new Decider<>(new Alert(null, null, List.of(), Errands.NONE, 0), Alert::decide, Alert::evolve);

    public static final String SERIOUS = "SERIOUS";
    private static final int LONGEST_NOTE = 2_000;

    public Alert {
        rungs = List.copyOf(rungs);
    }

    /** The alert of what has this name: a serious event has one of its own for ever. */
    public static String idFor(String key) {
        return "AL-" + key;
    }

    /** Where the alert's facts are kept. */
    public static String stream(String alert) {
        return "alert/" + alert;
    }

    /** Raised, and nobody has taken it over. */
    public boolean open() {
        return raised != null && acknowledged == null;
    }

    /** What still has to be told to someone. */
    public Set<Delivery> due() {
        return errands.due();
    }

    /** How often a delivery has failed so far. */
    public Map<Delivery, Integer> attempts() {
        return errands.attempts();
    }

    /** How often it can be escalated: what it was planned with, else what the settings say. */
    public int top(int otherwise) {
        return rungs.isEmpty() ? otherwise : rungs.size() - 1;
    }

    /** When the next step up is due. Without a ladder every step waits as long as the first; empty where nobody said. */
    public Optional<Instant> nextStepAt(Optional<Duration> told) {
        if (raised == null || acknowledged != null) {
            return Optional.empty();
        }
        if (!rungs.isEmpty()) {
            return steps + 1 < rungs.size()
                    ? Optional.of(raised.raisedAt().plus(rungs.get(steps + 1).after()))
                    : Optional.empty();
        }
        var escalateAt = raised.escalateAt();
        var wait = escalateAt == null ? told : Optional.of(Duration.between(raised.raisedAt(), escalateAt));
        return wait.map(each -> raised.raisedAt().plus(each.multipliedBy(steps + 1L)));
    }

    private static Decision<SafetyFact> decide(Alert state, AlertCommand command) {
        return switch (command) {
            case Raise raise -> state.raised == null && !raise.met().isEmpty() ? raise(raise) : accept();
            case Acknowledge acknowledge ->
                state.ifRaised(raised -> state.acknowledge(raised, acknowledge, Stream.empty()));
            case AcknowledgeByLink(var acknowledge, var mailed) ->
                state.ifRaised(raised -> state.acknowledge(
                        raised,
                        acknowledge,
                        Stream.of(new AcknowledgedByLink(
                                raised.alert(), raised.subject(), mailed, acknowledge.by(), acknowledge.at()))));
            case Delivered(var delivery, var at) ->
                state.ifDue(delivery, raised -> new AlertDelivered(raised.alert(), raised.subject(), delivery, at));
            case Undelivered failed -> state.ifDue(failed.delivery(), raised -> state.failed(raised, failed));
            case GiveUp(var delivery, var at, var why) ->
                state.ifDue(delivery, raised -> new AlertGivenUp(raised.alert(), raised.subject(), delivery, at, why));
            case Escalate(var step, var at, var targets) -> state.climb(step, at, Called.plainly(targets));
            case Climb(var step, var at, var called) -> state.climb(step, at, called);
            case TellHeld(var at) -> state.ifRaised(raised -> state.open() ? state.tellHeld(raised, at) : accept());
        };
    }

    private static Decision<SafetyFact> raise(Raise raise) {
        var because = raise.because();
        var alert = idFor(because.key());
        var plan = raise.plan();
        var facts = new ArrayList<SafetyFact>();
        facts.add(new AlertRaised(
                alert,
                because.event(),
                because.subject(),
                raise.met().getFirst().kind().name(),
                because.grade(),
                because.summary(),
                raise.raisedAt(),
                plan.escalateAt(),
                plan.called().targets()));
        facts.add(new AlertReasoned(alert, because.subject(), raise.rulesVersion(), raise.met()));
        if (!plan.rungs().isEmpty()) {
            facts.add(new AlertPlanned(alert, because.subject(), plan.ladderVersion(), plan.rungs()));
        }
        beside((AlertRaised) facts.getFirst(), 0, raise.raisedAt(), plan.called())
                .forEach(facts::add);
        return new Decision.Accepted<>(facts);
    }

    /** Who was on call when it took a step, and who is not disturbed now. */
    private static Stream<SafetyFact> beside(AlertRaised raised, int step, Instant at, Called called) {
        var onCall = called.rotaVersion() == 0
                ? Stream.<SafetyFact>empty()
                : Stream.<SafetyFact>of(new OnCallNoted(
                        raised.alert(), raised.subject(), step, at, called.rotaVersion(), called.onCall()));
        return Stream.concat(
                onCall,
                called.held().stream().map(held -> new AlertHeldBack(raised.alert(), raised.subject(), step, held)));
    }

    private Decision<SafetyFact> acknowledge(AlertRaised raised, Acknowledge command, Stream<SafetyFact> beside) {
        if (acknowledged != null) {
            return refuse(Refusal.conflict(
                    "ALREADY_ACKNOWLEDGED",
                    "acknowledged by " + acknowledged.by() + " at " + acknowledged.at() + " already"));
        }
        if (command.note().isBlank() || command.note().length() > LONGEST_NOTE) {
            return refuse(Refusal.invalid("NOTE_MISSING", "say in 1 to 2000 characters what you do about it", "/note"));
        }
        var taken = new AlertAcknowledged(raised.alert(), raised.subject(), command.by(), command.at(), command.note());
        return new Decision.Accepted<>(Stream.concat(Stream.of(taken), beside).toList());
    }

    private Decision<SafetyFact> climb(int step, Instant at, Called called) {
        return ifRaised(raised -> open() && step == steps + 1
                ? new Decision.Accepted<>(Stream.concat(
                                Stream.of(new AlertEscalated(
                                        raised.alert(), raised.subject(), step, at, called.targets())),
                                beside(raised, step, at, called))
                        .toList())
                : accept());
    }

    private Decision<SafetyFact> tellHeld(AlertRaised raised, Instant at) {
        return new Decision.Accepted<>(errands.held().stream()
                .filter(held -> !held.held().until().isAfter(at))
                .<SafetyFact>map(
                        held -> new AlertHeldTold(raised.alert(), raised.subject(), held.step(), held.held(), at))
                .toList());
    }

    private @Nullable SafetyFact failed(AlertRaised raised, Undelivered failed) {
        return failed.attempts() > attempts().getOrDefault(failed.delivery(), 0)
                ? new AlertUndelivered(
                        raised.alert(),
                        raised.subject(),
                        failed.delivery(),
                        failed.at(),
                        failed.attempts(),
                        failed.problem())
                : null;
    }

    private Decision<SafetyFact> ifRaised(Function<AlertRaised, Decision<SafetyFact>> then) {
        return raised == null
                ? refuse(Refusal.unknown("ALERT_UNKNOWN", "no such alert was raised"))
                : then.apply(raised);
    }

    /** Told twice, or told of something that nobody waits for, changes nothing. */
    private Decision<SafetyFact> ifDue(Delivery delivery, Function<AlertRaised, @Nullable SafetyFact> then) {
        return ifRaised(raised -> {
            var fact = due().contains(delivery) ? then.apply(raised) : null;
            return fact == null ? accept() : accept(fact);
        });
    }

    private static Alert evolve(Alert state, SafetyFact fact) {
        return switch (fact) {
            case AlertRaised raised ->
                new Alert(raised, null, state.rungs, state.errands.plus(Delivery.ALERT, raised.targets()), state.steps);
            case AlertAcknowledged taken -> new Alert(state.raised, taken, state.rungs, state.errands, state.steps);
            case AlertPlanned planned ->
                new Alert(state.raised, state.acknowledged, planned.rungs(), state.errands, state.steps);
            case AlertEscalated(var alert, var subject, var step, var at, var targets) ->
                new Alert(state.raised, state.acknowledged, state.rungs, state.errands.plus(step, targets), step);
            case AlertFact about -> state.with(state.errands.after(about));
            case CallFact about -> state.with(state.errands.after(about));
            case SafetyFact foreign -> throw new IllegalStateException("not about an alert: " + foreign);
        };
    }

    private Alert with(Errands after) {
        return new Alert(raised, acknowledged, rungs, after, steps);
    }
}
