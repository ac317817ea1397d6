package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.DESIGN;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;

import io.equipoise.randomization.domain.AllocationCommand.DeclareScheme;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Parameters.Scope;
import io.equipoise.randomization.domain.Parameters.Weight;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Designs for the specifications. */
final class Schemes {
    static final List<Share> EVEN = Trial.ONE_TO_ONE;
    static final Parameters EFRON = efron("2/3");
    static final Parameters BIG_STICK = bigStick(2);
    static final Parameters URN = urn(1, 2);

    private Schemes() {}

    static Parameters efron(String probability) {
        return new Parameters(
                DesignKind.EFRON, Scope.STUDY, read(probability), null, null, null, null, null, List.of());
    }

    static Parameters bigStick(int limit) {
        return new Parameters(DesignKind.BIG_STICK, Scope.STUDY, null, limit, null, null, null, null, List.of());
    }

    static Parameters urn(int alpha, int beta) {
        return new Parameters(DesignKind.URN, Scope.STUDY, null, null, alpha, beta, null, null, List.of());
    }

    static Parameters minimization(Coin coin, String probability) {
        return minimization(Measure.RANGE, coin, read(probability), List.of(new Weight("SITE", 1)));
    }

    static Parameters minimization(Measure measure, Coin coin, Probability probability, List<Weight> factors) {
        return new Parameters(DesignKind.MINIMIZATION, null, probability, null, null, null, measure, coin, factors);
    }

    static DeclareScheme declaring(Parameters parameters) {
        return declaring(1, SEED, parameters);
    }

    static DeclareScheme declaring(int randomization, @Nullable Seed seed, Parameters parameters) {
        return new DeclareScheme(STUDY, randomization, DESIGN, seed, parameters);
    }

    static SchemeDeclared declared(Parameters parameters) {
        return declared(1, DESIGN, parameters);
    }

    static SchemeDeclared second(Parameters parameters) {
        return declared(2, DESIGN, parameters);
    }

    static SchemeDeclared declared(int randomization, Design design, Parameters parameters) {
        return new SchemeDeclared(
                STUDY,
                randomization,
                parameters.kind().algorithm(),
                SEED,
                design.shares(),
                design.factors(),
                parameters);
    }

    private static Probability read(String text) {
        return Probability.read(text).orElseThrow();
    }
}
