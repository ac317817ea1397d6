package io.equipoise.adverseevent.domain.icsr;

import java.util.List;

/**
 * A receiver's rule as it stands in the table of rules.
 *
 * @param id the receiver's number; R rejects, W warns
 * @param where ALL, IND or NO
 * @param element that the finding names
 * @param with the element is needed where any of these stand; empty where a predicate decides
 * @param right what would be right, or for NO why the rule does not apply
 */
public record Rule(String id, Scope where, String element, List<String> with, String right) {

    /** For every report, for those under an IND, or never for what this room sends. */
    public enum Scope {
        ALL,
        IND,
        NO
    }

    public boolean rejects() {
        return !id.startsWith("W");
    }

    boolean appliesTo(Profile profile) {
        return where == Scope.ALL || (where == Scope.IND && profile == Profile.FDA_IND);
    }

    Finding at(Place place) {
        return new Finding(id, rejects(), place, right);
    }
}
