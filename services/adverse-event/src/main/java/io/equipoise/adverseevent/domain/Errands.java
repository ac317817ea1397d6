package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom an alert has yet to reach.
 *
 * @param due what still has to be told to someone
 * @param attempts how often a delivery has failed so far
 * @param held who is told later
 */
public record Errands(Set<Delivery> due, Map<Delivery, Integer> attempts, List<AlertHeldBack> held) {
    static final Errands NONE = new Errands(Set.of(), Map.of(), List.of());

    public Errands {
        due = Set.copyOf(due);
        attempts = Map.copyOf(attempts);
        held = List.copyOf(held);
    }

    Errands plus(int step, List<Target> targets) {
        var more = new LinkedHashSet<>(due);
        targets.forEach(target -> more.add(new Delivery(step, target)));
        return new Errands(more, attempts, held);
    }

    Errands after(AlertFact fact) {
        return switch (fact) {
            case AlertDelivered(var alert, var subject, var delivery, var at) -> minus(delivery);
            case AlertUndelivered failure -> {
                var counted = new HashMap<>(attempts);
                counted.put(failure.delivery(), failure.attempts());
                yield new Errands(due, counted, held);
            }
            case AlertFact.AlertRaised raised -> this;
            case AlertFact.AlertAcknowledged taken -> this;
            case AlertFact.AlertEscalated up -> this;
        };
    }

    Errands after(CallFact fact) {
        return switch (fact) {
            case AlertHeldBack later ->
                new Errands(
                        due,
                        attempts,
                        Stream.concat(held.stream(), Stream.of(later)).toList());
            case AlertHeldTold told ->
                new Errands(
                                due,
                                attempts,
                                held.stream()
                                        .filter(each -> !(each.step() == told.step()
                                                && each.held().equals(told.held())))
                                        .toList())
                        .plus(told.step(), told.held().targets());
            case AlertGivenUp gone -> minus(gone.delivery());
            case CallFact.AlertReasoned reasons -> this;
            case CallFact.AlertPlanned plan -> this;
            case CallFact.OnCallNoted note -> this;
            case CallFact.AcknowledgedByLink note -> this;
        };
    }

    private Errands minus(Delivery delivery) {
        var left = new LinkedHashSet<>(due);
        left.remove(delivery);
        return new Errands(left, attempts, held);
    }
}
