package io.equipoise.randomization.domain;

import static java.util.Objects.requireNonNull;

import io.equipoise.randomization.domain.design.BiasedCoin;
import io.equipoise.randomization.domain.design.BigStick;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Minimization;
import io.equipoise.randomization.domain.design.Probability;
import io.equipoise.randomization.domain.design.Rule;
import io.equipoise.randomization.domain.design.Simple;
import io.equipoise.randomization.domain.design.Urn;
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

    /** The design without names, for arms of these shares. */
    Rule rule(List<Integer> ratio) {
        return switch (kind) {
            case SIMPLE -> new Simple(ratio);
            case EFRON -> new BiasedCoin(requireNonNull(probability));
            case BIG_STICK -> new BigStick(requireNonNull(limit));
            case URN -> new Urn(ratio.size(), requireNonNull(alpha), requireNonNull(beta));
            case MINIMIZATION ->
                new Minimization(
                        ratio,
                        factors.stream().map(Parameters.Weight::weight).toList(),
                        requireNonNull(measure),
                        requireNonNull(coin),
                        requireNonNull(probability));
            case ASSIGNED_ELSEWHERE -> throw new IllegalStateException("another system decides");
        };
    }
}
