package io.equipoise.platform;

import java.util.List;

/** What a model answers to a command: facts to record, or the reason why not. Never an exception. */
public sealed interface Decision<E> {

    /** Yes. No facts means that what was asked for holds already. */
    record Accepted<E>(List<E> facts) implements Decision<E> {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** No, and why. */
    record Refused<E>(Refusal reason) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... facts) {
        return new Accepted<>(List.of(facts));
    }

    static <E> Decision<E> accept(List<E> facts) {
        return new Accepted<>(facts);
    }

    static <E> Decision<E> refuse(Refusal reason) {
        return new Refused<>(reason);
    }
}
