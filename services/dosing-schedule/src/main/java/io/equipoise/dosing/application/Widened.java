package io.equipoise.dosing.application;

import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.util.List;

/** A model of this service over the one journal that all its models share. */
final class Widened {
    private Widened() {}

    static <S, C, E extends DosingEvent> Decider<S, C, DosingEvent> of(Decider<S, C, E> model, Class<E> facts) {
        return new Decider<>(
                model.initial(),
                (state, command) -> widened(model.decide().apply(state, command)),
                (state, fact) -> model.evolve().apply(state, facts.cast(fact)));
    }

    private static <E extends DosingEvent> Decision<DosingEvent> widened(Decision<E> decision) {
        return switch (decision) {
            case Decision.Accepted<E>(var facts) -> Decision.accept(List.<DosingEvent>copyOf(facts));
            case Decision.Refused<E>(var reason) -> Decision.refuse(reason);
        };
    }
}
