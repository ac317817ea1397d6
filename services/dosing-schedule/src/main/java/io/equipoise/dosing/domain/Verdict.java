package io.equipoise.dosing.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** What counts of dose-limiting toxicity say about a dose level, by the rule that the protocol names. */
public enum Verdict {
    ESCALATE,
    STAY,
    DE_ESCALATE,
    EXCEEDED;

    private static final int COHORT = 3;
    private static final int EXPANDED = 6;
    private static final double LOWER = 0.6;
    private static final double UPPER = 1.4;
    private static final double SURE = 0.95;

    /** The 3+3 rule: none of three goes up, one of three makes six of them, at most one of six goes up, two is too many. */
    static Optional<Verdict> threePlusThree(int evaluated, int toxicities) {
        if (evaluated < COHORT || evaluated > EXPANDED) {
            return Optional.empty();
        }
        if (toxicities >= 2) {
            return Optional.of(EXCEEDED);
        }
        return Optional.of(evaluated == EXPANDED || (evaluated == COHORT && toxicities == 0) ? ESCALATE : STAY);
    }

    /**
     * The Bayesian optimal interval rule with its usual alternatives of 0.6 and 1.4 times the target: up below the lower
     * boundary, down above the upper one, and never again where the target is exceeded with more than 95 % certainty.
     */
    static Verdict interval(BigDecimal target, int evaluated, int toxicities) {
        double aim = target.doubleValue();
        if (evaluated >= COHORT && certainlyAbove(aim, evaluated, toxicities) > SURE) {
            return EXCEEDED;
        }
        double seen = (double) toxicities / evaluated;
        if (seen <= boundary(aim, LOWER * aim)) {
            return ESCALATE;
        }
        return seen >= boundary(aim, UPPER * aim) ? DE_ESCALATE : STAY;
    }

    /** Where the evidence for the target and for the alternative weighs the same. */
    static double boundary(double aim, double alternative) {
        return Math.log((1 - alternative) / (1 - aim)) / Math.log(aim * (1 - alternative) / (alternative * (1 - aim)));
    }

    /** The posterior probability that the toxicity exceeds the target, from a uniform prior: a binomial sum. */
    private static double certainlyAbove(double aim, int evaluated, int toxicities) {
        double sum = 0;
        double term = Math.pow(1 - aim, evaluated + 1.0);
        for (int k = 0; k <= toxicities; k++) {
            sum += term;
            term *= (double) (evaluated + 1 - k) / (k + 1) * aim / (1 - aim);
        }
        return sum;
    }
}
