package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.randomization.application.TryingDesigns.Wish;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.SimulationPlan.Level;
import io.equipoise.randomization.domain.SimulationPlan.Levels;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design to be tried out, with the same parameters as one that is settled.
 *
 * @param seed of invented people and arms; the study's own seed has no place here
 * @param levels how common a factor's levels are; equally where it is not named
 */
record SimulationRequest(
        SchemeRequest.DesignName design,
        Parameters.@Nullable Scope within,
        @Nullable String probability,
        @Nullable Integer limit,
        @Nullable Integer alpha,
        @Nullable Integer beta,
        @Nullable Measure measure,
        @Nullable Coin coin,
        @Nullable List<SchemeRequest.FactorWeight> factors,
        @Nullable List<Integer> blockSizes,
        int people,
        int trials,
        long seed,
        @Nullable List<LevelsGiven> levels) {

    record LevelsGiven(String factor, List<LevelWeight> shares) {}

    record LevelWeight(String level, int weight) {}

    Wish wish() {
        var scheme = new SchemeRequest(
                design, null, null, within, probability, limit, alpha, beta, measure, coin, factors, blockSizes, null);
        return new Wish(
                design == SchemeRequest.DesignName.PERMUTED_BLOCKS
                        ? new Tried.Blocks(scheme.sizes())
                        : new Tried.Decided(scheme.parameters()),
                (levels == null ? List.<LevelsGiven>of() : levels)
                        .stream()
                                .map(given -> new Levels(
                                        given.factor(),
                                        given.shares().stream()
                                                .map(share -> new Level(share.level(), share.weight()))
                                                .toList()))
                                .toList(),
                people,
                trials,
                seed);
    }
}
