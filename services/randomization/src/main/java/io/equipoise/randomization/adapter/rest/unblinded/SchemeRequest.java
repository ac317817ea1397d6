package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.web.Problem;
import io.equipoise.randomization.domain.DesignKind;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A design as the statistician writes it: what it needs is there, and nothing else. */
record SchemeRequest(
        DesignName design,
        @Nullable Integer randomization,
        @Nullable SecretText seed,
        Parameters.@Nullable Scope within,
        @Nullable String probability,
        @Nullable Integer limit,
        @Nullable Integer alpha,
        @Nullable Integer beta,
        @Nullable Measure measure,
        @Nullable Coin coin,
        @Nullable List<FactorWeight> factors,
        @Nullable List<Integer> blockSizes,
        @Nullable Integer slotsPerStratum) {

    /** A list of permuted blocks, drawn in advance, is a design like the others here. */
    enum DesignName {
        PERMUTED_BLOCKS,
        SIMPLE,
        EFRON,
        BIG_STICK,
        URN,
        MINIMIZATION,
        ASSIGNED_ELSEWHERE
    }

    record FactorWeight(String factor, int weight) {}

    /** What a list is drawn from. */
    record Blocks(Seed seed, List<Integer> sizes, int slots) {
        @Override
        public String toString() {
            return "Blocks[hidden]";
        }
    }

    int number() {
        return randomization == null ? 1 : randomization;
    }

    @Nullable
    Seed givenSeed() {
        if (seed == null) {
            return null;
        }
        if (!Seed.isSeed(seed.text())) {
            throw Problem.badRequest("SEED_MALFORMED", "A seed has 16 to 64 hexadecimal digits.", "/seed");
        }
        return new Seed(seed.text());
    }

    Parameters parameters() {
        unused(blockSizes, "/blockSizes");
        unused(slotsPerStratum, "/slotsPerStratum");
        return new Parameters(
                DesignKind.valueOf(design.name()),
                within,
                chance(),
                limit,
                alpha,
                beta,
                measure,
                coin,
                (factors == null ? List.<FactorWeight>of() : factors)
                        .stream()
                                .map(factor -> new Parameters.Weight(factor.factor(), factor.weight()))
                                .toList());
    }

    Blocks blocks() {
        var sizes = sizes();
        return new Blocks(needed(givenSeed(), "/seed"), sizes, needed(slotsPerStratum, "/slotsPerStratum"));
    }

    /** Of blocks, and of nothing else. */
    List<Integer> sizes() {
        unused(within, "/within");
        unused(probability, "/probability");
        unused(limit, "/limit");
        unused(alpha, "/alpha");
        unused(beta, "/beta");
        unused(measure, "/measure");
        unused(coin, "/coin");
        unused(factors, "/factors");
        unused(randomization, "/randomization");
        return needed(blockSizes, "/blockSizes");
    }

    private @Nullable Probability chance() {
        return probability == null
                ? null
                : Probability.read(probability)
                        .orElseThrow(() -> Problem.badRequest(
                                "PROBABILITY_MALFORMED",
                                "A probability is written 2/3 or 0.85, with at most four decimals.",
                                "/probability"));
    }

    private static <T> T needed(@Nullable T value, String pointer) {
        if (value == null) {
            throw Problem.badRequest("DESIGN_PARAMETER_MISSING", "The design needs it; nothing is filled in.", pointer);
        }
        return value;
    }

    private static void unused(@Nullable Object value, String pointer) {
        if (value != null) {
            throw Problem.badRequest("DESIGN_PARAMETER_SURPLUS", "The design makes no use of it.", pointer);
        }
    }

    @Override
    public String toString() {
        return "SchemeRequest[hidden]";
    }
}
