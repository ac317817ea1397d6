package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;

import io.equipoise.adverseevent.domain.StoppingCommand.LiftHold;
import io.equipoise.adverseevent.domain.StoppingCommand.NoteEvent;
import io.equipoise.adverseevent.domain.StoppingCommand.NoteExposure;
import io.equipoise.adverseevent.domain.StoppingCommand.SetRule;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When one study stops: its rules, who was dosed, what happened to them, and every hold. What is noted, and what follows
 * from it by the rules, is one decision, so that no crossing is ever lost between the two.
 */
public record Stopping(
        Map<String, InForce> rules,
        Map<String, List<Instant>> exposure,
        Map<String, EventNoted> events,
        List<Hold> holds) {
    public static final Decider<Stopping, StoppingCommand, SafetyFact> DECIDER =
            new Decider<>(new Stopping(Map.of(), Map.of(), Map.of(), List.of()), Stopping::decide, Stopping::evolve);

    public Stopping {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        exposure = Map.copyOf(exposure);
        events = Map.copyOf(events);
        holds = List.copyOf(holds);
    }

    /** A rule, and how often its boundary was crossed since it was set. */
    public record InForce(StoppingRuleSet set, List<BoundaryCrossed> crossings) {
        public InForce {
            crossings = List.copyOf(crossings);
        }
    }

    /** A hold, and the decision that lifted it. */
    public record Hold(StudyHeld placed, @Nullable HoldLifted lifted) {
        public boolean open() {
            return lifted == null;
        }
    }

    /** Where the study's stopping rules are kept. */
    public static String stream(String study) {
        return "stopping/" + study;
    }

    /** Whether anything is counted for the study at all. */
    public boolean follows() {
        return !rules.isEmpty();
    }

    public Tally tally(StoppingRule rule) {
        var counted = exposure.entrySet().stream()
                .filter(person -> rule.counts().countsPerson(person.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var ill = events.values().stream()
                .filter(event -> rule.counts().counts(event, exposure.getOrDefault(event.subject(), List.of())))
                .map(EventNoted::subject)
                .distinct()
                .filter(counted::contains)
                .count();
        return new Tally(counted.size(), (int) ill);
    }

    private static Decision<SafetyFact> decide(Stopping state, StoppingCommand command) {
        return switch (command) {
            case SetRule set -> new SettingRule(state, set).decide();
            case NoteExposure(var dose, var at) ->
                state.knows(dose) ? accept() : new Crossings(state, dose.study(), at).follow(dose);
            case NoteEvent(var event, var at) ->
                state.knows(event) ? accept() : new Crossings(state, event.study(), at).follow(event);
            case LiftHold lift -> new Lifting(state, lift).decide();
        };
    }

    /** A hold that nobody has lifted. */
    public boolean held() {
        return holds.stream().anyMatch(Hold::open);
    }

    /** Or nothing is counted for the study. */
    private boolean knows(ExposureNoted dose) {
        return !follows() || exposure.getOrDefault(dose.subject(), List.of()).contains(dose.startedAt());
    }

    private boolean knows(EventNoted event) {
        var before = events.get(event.event());
        return !follows() || (before != null && before.version() >= event.version());
    }

    static Stopping evolve(Stopping state, SafetyFact fact) {
        return switch (fact) {
            case StoppingRuleSet set -> state.with(new InForce(set, List.of()));
            case ExposureNoted dose -> {
                var more = new LinkedHashMap<>(state.exposure);
                more.merge(dose.subject(), List.of(dose.startedAt()), Stopping::joined);
                yield new Stopping(state.rules, more, state.events, state.holds);
            }
            case EventNoted event -> {
                var more = new LinkedHashMap<>(state.events);
                more.put(event.event(), event);
                yield new Stopping(state.rules, state.exposure, more, state.holds);
            }
            case BoundaryCrossed crossed -> {
                var rule = state.rules.get(crossed.rule());
                yield rule == null
                        ? state
                        : state.with(new InForce(rule.set(), joined(rule.crossings(), List.of(crossed))));
            }
            case StudyHeld held ->
                new Stopping(
                        state.rules, state.exposure, state.events, joined(state.holds, List.of(new Hold(held, null))));
            case HoldLifted lifted ->
                new Stopping(
                        state.rules,
                        state.exposure,
                        state.events,
                        state.holds.stream()
                                .map(hold -> hold.placed().hold().equals(lifted.hold())
                                        ? new Hold(hold.placed(), lifted)
                                        : hold)
                                .toList());
            case SafetyFact foreign -> throw new IllegalStateException("not about stopping: " + foreign);
        };
    }

    private Stopping with(InForce rule) {
        var more = new LinkedHashMap<>(rules);
        more.put(rule.set().rule().rule(), rule);
        return new Stopping(more, exposure, events, holds);
    }

    private static <T> List<T> joined(List<T> one, List<T> more) {
        return Stream.concat(one.stream(), more.stream()).toList();
    }
}
