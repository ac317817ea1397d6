package io.equipoise.randomization.domain;

import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a design is told beside the study's arms, shares and factors. Which of them a design needs, it says when it is
 * declared; none is ever filled in.
 *
 * @param within whether a design that balances counts in each stratum or over the whole study
 * @param probability of the arm that is behind or comes first
 * @param limit how far ahead an arm may be
 * @param alpha balls of each colour to begin with
 * @param beta balls of every other colour after a draw
 * @param factors that are minimized, with their weights
 */
public record Parameters(
        DesignKind kind,
        @Nullable Scope within,
        @Nullable Probability probability,
        @Nullable Integer limit,
        @Nullable Integer alpha,
        @Nullable Integer beta,
        @Nullable Measure measure,
        @Nullable Coin coin,
        List<Weight> factors) {

    /** Where a design counts. */
    public enum Scope {
        STRATUM,
        STUDY
    }

    /** How much a factor counts. */
    public record Weight(String factor, int weight) {}

    public Parameters {
        factors = List.copyOf(factors);
    }

    /** Nothing but the kind. */
    public static Parameters of(DesignKind kind) {
        return new Parameters(kind, null, null, null, null, null, null, null, List.of());
    }
}
