package io.equipoise.enrolment.domain;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest seal heard of each lane of study-design's journal, which anchors all others and cannot anchor itself.
 * Whoever rewrites that journal must rewrite this one too, and is found where they did not.
 */
public record Anchors(Map<Integer, SealAnchored> newest) {
    public static final Decider<Anchors, SealAnchored, EnrolmentEvent> DECIDER =
            new Decider<>(new Anchors(Map.of()), Anchors::decide, Anchors::evolve);

    public Anchors {
        newest = Map.copyOf(newest);
    }

    private Decision<EnrolmentEvent> decide(SealAnchored heard) {
        var known = newest.get(heard.lane());
        if (known == null || heard.to() > known.to()) {
            return Decision.accept(heard);
        }
        return heard.to() == known.to() && !heard.seal().equals(known.seal())
                ? Decision.refuse(Refusal.conflict(
                        "SEAL_CONTRADICTS_ANCHOR",
                        "Lane %d of %s was anchored up to %d with another seal."
                                .formatted(heard.lane(), heard.service(), heard.to())))
                : Decision.accept();
    }

    private Anchors evolve(EnrolmentEvent fact) {
        if (!(fact instanceof SealAnchored anchored)) {
            throw new IllegalStateException("no fact of an anchor: " + fact);
        }
        var more = new HashMap<>(newest);
        more.put(anchored.lane(), anchored);
        return new Anchors(more);
    }
}
