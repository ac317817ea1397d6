package io.equipoise.platform.sample;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;

/** A jar that takes stones up to a limit: enough of a model to try a platform with. */
record Tally(int stones) {
    static final int FULL = 1_000_000;
    static final Decider<Tally, Add, Event> DECIDER = new Decider<>(new Tally(0), Tally::decide, Tally::evolve);

    record Add(int stones, String secret) {}

    sealed interface Event {
        record Added(int stones, String secret) implements Event {}

        record Whispered(String secret) implements Event {}
    }

    private static Decision<Event> decide(Tally tally, Add add) {
        if (add.stones() == 0) {
            return Decision.accept(new Event.Whispered(add.secret()));
        }
        return tally.stones + add.stones() > FULL
                ? Decision.refuse(Refusal.conflict("JAR_FULL", "the jar takes " + FULL + " stones"))
                : Decision.accept(new Event.Added(add.stones(), add.secret()));
    }

    private static Tally evolve(Tally tally, Event event) {
        return switch (event) {
            case Event.Added(var stones, var secret) -> new Tally(tally.stones + stones);
            case Event.Whispered whispered -> tally;
        };
    }
}
