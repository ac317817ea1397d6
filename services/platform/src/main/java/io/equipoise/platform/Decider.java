package io.equipoise.platform;

import java.util.function.BiFunction;

/** A model as two pure functions: decide what happens next, and fold what happened into state. */
public record Decider<S, C, E>(S initial, BiFunction<S, C, Decision<E>> decide, BiFunction<S, E, S> evolve) {

    public S replay(Iterable<? extends E> facts) {
        return replay(initial, facts);
    }

    public S replay(S from, Iterable<? extends E> facts) {
        S state = from;
        for (E fact : facts) {
            state = evolve.apply(state, fact);
        }
        return state;
    }
}
