package io.equipoise.randomization.domain;

import io.equipoise.randomization.domain.SimulationPlan.Level;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Giving;
import io.equipoise.randomization.domain.design.OpenBlocks;
import io.equipoise.randomization.domain.design.Population;
import io.equipoise.randomization.domain.design.Sight;
import io.equipoise.randomization.domain.design.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Invented people, and what a design sees of them, from a study's arms and factors. */
record Casting(SimulationPlan plan) {

    /** The study's factors; sites too where they are minimized or their sizes are given. */
    List<Design.Factor> factors() {
        var factors = new ArrayList<>(plan.study().factors());
        boolean bySite = minimized().contains(Scheme.SITE) || given(Scheme.SITE).isPresent();
        if (bySite && factors.stream().noneMatch(factor -> factor.factor().equals(Scheme.SITE))) {
            factors.add(new Design.Factor(
                    Scheme.SITE,
                    given(Scheme.SITE)
                            .map(levels ->
                                    levels.shares().stream().map(Level::level).toList())
                            .orElseGet(() -> plan.sites().stream().sorted().toList())));
        }
        return factors;
    }

    Simulation simulation() {
        return new Simulation(ratio(), new Population(weights()), sight(), giving(), plan.people());
    }

    /** In lowest terms. */
    List<Integer> ratio() {
        var weights = plan.study().shares().stream().map(Design.Share::weight).toList();
        int common = weights.stream().reduce(0, Casting::divisor);
        return weights.stream().map(weight -> weight / common).toList();
    }

    /** Whether each stratum has counts of its own. */
    boolean countsApart() {
        return switch (plan.tried()) {
            case Tried.Blocks _ -> true;
            case Tried.Decided(var parameters) -> parameters.within() == Parameters.Scope.STRATUM;
        };
    }

    List<String> minimized() {
        return plan.tried() instanceof Tried.Decided(var parameters)
                ? parameters.factors().stream().map(Parameters.Weight::factor).toList()
                : List.of();
    }

    private Optional<SimulationPlan.Levels> given(String factor) {
        return plan.levels().stream()
                .filter(levels -> levels.factor().equals(factor))
                .findFirst();
    }

    private List<List<Integer>> weights() {
        return factors().stream()
                .map(factor -> factor.levels().stream()
                        .map(level -> weight(factor.factor(), level))
                        .toList())
                .toList();
    }

    /** Equally common where nothing is given; nobody where only others are. */
    private int weight(String factor, String level) {
        return given(factor)
                .map(levels -> levels.shares().stream()
                        .filter(share -> share.level().equals(level))
                        .mapToInt(Level::weight)
                        .sum())
                .orElse(1);
    }

    private Sight sight() {
        int strata = plan.study().factors().size();
        var names = factors().stream().map(Design.Factor::factor).toList();
        return new Sight(
                countsApart() ? IntStream.range(0, strata).boxed().toList() : List.of(),
                minimized().stream().map(names::indexOf).toList());
    }

    private Supplier<Giving> giving() {
        return switch (plan.tried()) {
            case Tried.Blocks(var sizes) -> {
                var weights =
                        plan.study().shares().stream().map(Design.Share::weight).toList();
                yield () -> new OpenBlocks(weights, sizes);
            }
            case Tried.Decided(var parameters) -> {
                var rule = parameters.rule(
                        plan.study().shares().stream().map(Design.Share::weight).toList());
                yield () -> Giving.by(rule);
            }
        };
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
