package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.Relation;

/**
 * Somebody's judgement whether the study product caused an event (G.k.9.i.2.r).
 *
 * @param source Investigator or Sponsor
 */
public record Opinion(String source, String method, Relation result) {

    /** In FDA's two words: suspected is what is reasonably possible (21 CFR 312.32(a)). */
    public String suspected() {
        return switch (result) {
            case UNRELATED, UNLIKELY -> "Not Suspected";
            case POSSIBLE, PROBABLE, DEFINITE -> "Suspected";
        };
    }

    public boolean reasonablyPossible() {
        return suspected().equals("Suspected");
    }
}
