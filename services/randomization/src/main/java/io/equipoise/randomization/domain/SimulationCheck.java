package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.SimulationPlan.Levels;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Measure;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a simulation can be run: the design fits the study, its people can be invented, and nobody waits for long. */
record SimulationCheck(SimulationPlan plan) {
    private static final int HEAVIEST = 1_000;
    private static final int MOST_LEVELS = 200;
    private static final int MOST_STRATA = 2_000;
    private static final int ROOTS = 8;
    private static final int SWEEPS = 75;

    Optional<Refusal> obstacle() {
        return incomplete()
                .or(this::unfit)
                .or(this::size)
                .or(this::levels)
                .or(this::people)
                .or(this::tooLarge);
    }

    private Optional<Refusal> incomplete() {
        var unknown = plan.study().unknown();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "DESIGN_INCOMPLETE",
                        "The study's definition does not say what arms are allocated from.",
                        unknown.toArray(String[]::new)));
    }

    private Optional<Refusal> unfit() {
        return switch (plan.tried()) {
            case Tried.Decided(var parameters)
            when !parameters.kind().decidesHere() ->
                wrong("DESIGN_DECIDES_ELSEWHERE", "What another system decides is simulated there.", "/design");
            case Tried.Blocks(var sizes) -> ListDrawing.unfitBlocks(plan.study(), sizes);
            case Tried.Decided(var parameters) -> new ParameterCheck(plan.study(), parameters).obstacle();
        };
    }

    private Optional<Refusal> size() {
        var wrong = new HashSet<String>();
        if (plan.people() < 1 || plan.people() > SimulationPlan.MOST) {
            wrong.add("/people");
        }
        if (plan.trials() < 1 || plan.trials() > SimulationPlan.MOST) {
            wrong.add("/trials");
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "SIMULATION_SIZE",
                        "A simulation has 1 to %,d people in each of 1 to %,d trials."
                                .formatted(SimulationPlan.MOST, SimulationPlan.MOST),
                        wrong.stream().sorted().toArray(String[]::new)));
    }

    private Optional<Refusal> levels() {
        var named = new HashSet<String>();
        for (int at = 0; at < plan.levels().size(); at++) {
            int position = at;
            var levels = plan.levels().get(position);
            if (!named.add(levels.factor())) {
                return wrong("FACTOR_REPEATED", "A factor is named once.", "/levels/" + at + "/factor");
            }
            var known = known(levels.factor());
            if (known.isEmpty() && !levels.factor().equals(Scheme.SITE)) {
                return wrong(
                        "FACTOR_UNKNOWN",
                        "A factor is one of the study's definition, or SITE.",
                        "/levels/" + at + "/factor");
            }
            var bad = known.isEmpty()
                    ? weights(levels, at)
                    : unknown(levels, known, at).or(() -> weights(levels, position));
            if (bad.isPresent()) {
                return bad;
            }
        }
        return Optional.empty();
    }

    private Set<String> known(String factor) {
        return plan.study().factors().stream()
                .filter(one -> one.factor().equals(factor))
                .findFirst()
                .<Set<String>>map(one -> Set.copyOf(one.levels()))
                .orElse(Set.of());
    }

    private static Optional<Refusal> unknown(Levels levels, Set<String> known, int at) {
        return IntStream.range(0, levels.shares().size())
                .filter(n -> !known.contains(levels.shares().get(n).level()))
                .mapToObj(n -> Refusal.invalid(
                        "LEVEL_UNKNOWN",
                        "A level is one that the study's definition gives the factor.",
                        "/levels/%d/shares/%d/level".formatted(at, n)))
                .findFirst();
    }

    private static Optional<Refusal> weights(Levels levels, int at) {
        var seen = new HashSet<String>();
        long sum = 0;
        for (int n = 0; n < levels.shares().size(); n++) {
            var share = levels.shares().get(n);
            var field = "/levels/%d/shares/%d".formatted(at, n);
            if (!seen.add(share.level())) {
                return wrong("LEVEL_REPEATED", "A level is named once.", field + "/level");
            }
            if (share.weight() < 0 || share.weight() > HEAVIEST) {
                return wrong("LEVEL_WEIGHT", "A level weighs 0 to 1,000.", field + "/weight");
            }
            sum += share.weight();
        }
        return sum > 0
                ? Optional.empty()
                : wrong("LEVEL_WEIGHT", "Somebody must come: one level weighs more than none.", "/levels/" + at);
    }

    private Optional<Refusal> people() {
        var factors = new Casting(plan).factors();
        if (factors.stream().anyMatch(factor -> factor.levels().isEmpty())) {
            return wrong("SITES_UNKNOWN", "No site is open yet: say how many people each would bring.", "/levels");
        }
        int levels = factors.stream().mapToInt(factor -> factor.levels().size()).sum();
        return levels <= MOST_LEVELS && strata() <= MOST_STRATA
                ? Optional.empty()
                : wrong(
                        "SIMULATION_LEVELS",
                        "All factors together have at most %d levels, and at most %,d strata that are counted apart."
                                .formatted(MOST_LEVELS, MOST_STRATA),
                        "/levels");
    }

    private Optional<Refusal> tooLarge() {
        long trial = plan.people() * stepsOfOne() + stepsOfLoss() + strata();
        long fitting = Math.min(SimulationPlan.MOST, SimulationPlan.STEPS / trial);
        return trial * plan.trials() <= SimulationPlan.STEPS
                ? Optional.empty()
                : wrong(
                        "SIMULATION_TOO_LARGE",
                        "It would take %,d steps, and at most %,d are taken at once: %,d trials of so many people."
                                .formatted(trial * plan.trials(), SimulationPlan.STEPS, fitting),
                        "/trials");
    }

    private long strata() {
        return new Casting(plan).countsApart() ? plan.study().strataCount() : 1;
    }

    /** Simple things of each factor; for minimization each arm tried at each level, and roots by long arithmetic. */
    private long stepsOfOne() {
        long arms = plan.study().shares().size();
        long told = plan.study().factors().size() + 2L;
        if (plan.tried() instanceof Tried.Decided(var parameters) && parameters.kind() == DesignKind.MINIMIZATION) {
            boolean roots = parameters.measure() == Measure.STANDARD_DEVIATION && arms > 2;
            return arms * told + arms * arms * parameters.factors().size() * (roots ? ROOTS : 1);
        }
        return arms * told;
    }

    private long stepsOfLoss() {
        long columns = 1L
                + new Casting(plan)
                        .factors().stream()
                                .mapToInt(factor -> factor.levels().size())
                                .sum();
        return columns * columns * columns / SWEEPS;
    }

    private static Optional<Refusal> wrong(String code, String detail, String pointer) {
        return Optional.of(Refusal.invalid(code, detail, pointer));
    }
}
