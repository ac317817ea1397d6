package io.equipoise.platform.audit;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest seal heard of each lane of one other service's journal. Whoever rewrites that journal must rewrite this one
 * too, and is found where they did not.
 */
record Anchors(Map<Integer, ClosedSeal> newest) {
    Anchors {
        newest = Map.copyOf(newest);
    }

    static <E> Decider<Anchors, ClosedSeal, E> decider(AnchorFact<E> words) {
        return new Decider<>(
                new Anchors(Map.of()),
                (anchors, heard) -> anchors.decide(heard, words),
                (anchors, fact) -> anchors.and(words.seal()
                        .apply(fact)
                        .orElseThrow(() -> new IllegalStateException("no fact of an anchor: " + fact))));
    }

    private <E> Decision<E> decide(ClosedSeal heard, AnchorFact<E> words) {
        var known = newest.get(heard.lane());
        if (known == null || heard.to() > known.to()) {
            return Decision.accept(words.of().apply(heard));
        }
        return heard.to() == known.to() && !heard.seal().equals(known.seal())
                ? Decision.refuse(Refusal.conflict(
                        "SEAL_CONTRADICTS_ANCHOR",
                        "Lane %d of %s was anchored up to %d with another seal."
                                .formatted(heard.lane(), heard.service(), heard.to())))
                : Decision.accept();
    }

    private Anchors and(ClosedSeal anchored) {
        var more = new HashMap<>(newest);
        more.put(anchored.lane(), anchored);
        return new Anchors(more);
    }
}
