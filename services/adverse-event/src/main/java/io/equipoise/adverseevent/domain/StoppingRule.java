package io.equipoise.adverseevent.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stopping rule as a protocol states it. Nothing of it has a default.
 *
 * @param rule its short name, unique in the study
 * @param parameters of the method, as plain numbers in text, by name
 * @param liftedBy who may lift a hold that this rule places
 */
public record StoppingRule(
        String rule,
        String title,
        Countable counts,
        Way method,
        Map<String, String> parameters,
        Choice choice,
        List<Lifter> liftedBy) {

    public StoppingRule {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        liftedBy = liftedBy.stream().distinct().sorted().toList();
    }

    /** How the boundary is worked out. */
    public enum Way {
        EXACT,
        BAYESIAN,
        THREE_PLUS_THREE,
        BOIN
    }

    /** What a crossing does. */
    public enum Choice {
        HOLD,
        WARN
    }
}
