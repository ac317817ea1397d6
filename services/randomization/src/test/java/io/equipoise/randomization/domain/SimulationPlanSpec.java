package io.equipoise.randomization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Parameters.Weight;
import io.equipoise.randomization.domain.SimulationPlan.Level;
import io.equipoise.randomization.domain.SimulationPlan.Levels;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Figure.Kind;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import io.equipoise.randomization.domain.design.Simulation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which designs can be tried out on whom, and what is refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationPlanSpec {
    private static final Factor SEX = new Factor("SEX", List.of("F", "M"));
    private static final Design BY_SEX = new Design(Trial.ONE_TO_ONE, List.of(SEX), List.of());
    private static final Tried BLOCKS = new Tried.Blocks(List.of(2, 4));
    private static final Tried SIMPLE = new Tried.Decided(Parameters.of(DesignKind.SIMPLE));

    @Test
    void women_alone_come_where_men_weigh_nothing() {
        var found = run(plan(BLOCKS, List.of(levels("SEX", new Level("F", 3)))));
        assertThat(worst(found, 0)).isEqualTo(2);
        assertThat(worst(found, 1)).isZero();
    }

    @Test
    void a_minimization_whose_coin_is_certain_leaves_one_at_a_level() {
        var found = run(plan(minimized("1/1", new Weight("SEX", 1)), List.of()));
        assertThat(worst(found, 0)).isEqualTo(1);
        assertThat(worst(found, 1)).isEqualTo(1);
    }

    @Test
    void sites_that_are_open_are_minimized_and_others_where_they_are_given() {
        var bySite = minimized("4/5", new Weight("SEX", 1), new Weight("SITE", 1));
        assertThat(plan(bySite, List.of()).characteristics())
                .containsExactly(SEX, new Factor("SITE", List.of("01", "02")));
        assertThat(plan(bySite, List.of(levels("SITE", new Level("07", 2)))).characteristics())
                .containsExactly(SEX, new Factor("SITE", List.of("07")));
        refused(new SimulationPlan(BY_SEX, bySite, List.of(), List.of(), 10, 10), "SITES_UNKNOWN", "/levels");
    }

    @Test
    void a_definition_with_gaps_is_not_tried() {
        var open = new Design(List.of(), List.of(), List.of("/design/ratio"));
        refused(new SimulationPlan(open, SIMPLE, List.of(), List.of(), 10, 10), "DESIGN_INCOMPLETE", "/design/ratio");
    }

    @Test
    void a_design_is_refused_as_it_would_be_when_it_is_settled() {
        refused(plan(new Tried.Blocks(List.of(2, 3)), List.of()), "BLOCK_SIZE_NOT_MULTIPLE", "/blockSizes/1");
        refused(plan(new Tried.Blocks(List.of()), List.of()), "BLOCK_SIZE_NOT_MULTIPLE", "/blockSizes");
        refused(
                plan(new Tried.Decided(Parameters.of(DesignKind.EFRON)), List.of()),
                "DESIGN_PARAMETER_MISSING",
                "/within",
                "/probability");
        var twoToOne = new Design(
                List.of(new Share(Trial.EXOSOMES, "a", 2), new Share(Trial.SALINE, "b", 1)), List.of(), List.of());
        refused(
                new SimulationPlan(twoToOne, new Tried.Decided(Schemes.EFRON), List.of(), List.of(), 10, 10),
                "DESIGN_UNFIT_FOR_SHARES",
                "/design");
    }

    @Test
    void nobody_or_too_many_are_refused_by_both_fields() {
        refused(sized(0, 0), "SIMULATION_SIZE", "/people", "/trials");
        refused(sized(10_001, 1), "SIMULATION_SIZE", "/people");
        refused(sized(1, 10_001), "SIMULATION_SIZE", "/trials");
        assertThat(sized(1, 1).obstacle()).isEmpty();
    }

    @Test
    void what_would_take_long_is_refused_with_how_many_trials_fit_and_those_do() {
        var obstacle = sized(10_000, 10_000).obstacle().orElseThrow();
        assertThat(obstacle.code()).isEqualTo("SIMULATION_TOO_LARGE");
        int fitting = Integer.parseInt(
                obstacle.detail().replaceAll(".*once: ([\\d,]+) trials.*", "$1").replace(",", ""));
        assertThat(sized(10_000, fitting).obstacle()).isEmpty();
        assertThat(sized(10_000, fitting + 1).obstacle()).isPresent();
    }

    @Test
    void levels_are_those_of_the_definition_each_once_and_somebody_comes() {
        var women = levels("SEX", new Level("F", 1));
        refused(plan(SIMPLE, List.of(levels("AGE", new Level("F", 1)))), "FACTOR_UNKNOWN", "/levels/0/factor");
        refused(plan(SIMPLE, List.of(women, women)), "FACTOR_REPEATED", "/levels/1/factor");
        refused(plan(SIMPLE, List.of(levels("SEX", new Level("X", 1)))), "LEVEL_UNKNOWN", "/levels/0/shares/0/level");
        refused(
                plan(SIMPLE, List.of(levels("SEX", new Level("F", 1), new Level("F", 1)))),
                "LEVEL_REPEATED",
                "/levels/0/shares/1/level");
        refused(plan(SIMPLE, List.of(levels("SEX", new Level("F", -1)))), "LEVEL_WEIGHT", "/levels/0/shares/0/weight");
        refused(plan(SIMPLE, List.of(levels("SEX", new Level("F", 0)))), "LEVEL_WEIGHT", "/levels/0");
        refused(plan(SIMPLE, List.of(levels("SITE"))), "LEVEL_WEIGHT", "/levels/0");
    }

    @Test
    void strata_beyond_counting_are_refused_where_they_are_counted() {
        var many = new Design(Trial.ONE_TO_ONE, List.of(factor("A"), factor("B"), factor("C"), factor("D")), List.of());
        refused(new SimulationPlan(many, BLOCKS, List.of(), List.of(), 10, 10), "SIMULATION_LEVELS", "/levels");
        assertThat(new SimulationPlan(many, SIMPLE, List.of(), List.of(), 10, 10).obstacle())
                .isEmpty();
    }

    private static Factor factor(String name) {
        return new Factor(name, List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
    }

    private static Tried minimized(String probability, Weight... factors) {
        return new Tried.Decided(Schemes.minimization(
                Measure.RANGE, Coin.PREFERRED, Probability.read(probability).orElseThrow(), List.of(factors)));
    }

    private static Levels levels(String factor, Level... shares) {
        return new Levels(factor, List.of(shares));
    }

    private static SimulationPlan plan(Tried tried, List<Levels> levels) {
        return new SimulationPlan(BY_SEX, tried, levels, List.of("02", "01"), 40, 100);
    }

    private static SimulationPlan sized(int people, int trials) {
        return new SimulationPlan(BY_SEX, SIMPLE, List.of(), List.of(), people, trials);
    }

    private static List<Simulation.Result> run(SimulationPlan plan) {
        assertThat(plan.obstacle()).isEmpty();
        return plan.run(trial -> new SplittableRandom(trial)::nextLong);
    }

    /** Over all trials, of the one factor's level. */
    private static double worst(List<Simulation.Result> found, int level) {
        return found.stream()
                .filter(result -> result.figure().kind() == Kind.LARGEST_IMBALANCE
                        && result.figure().level() == level)
                .mapToDouble(result -> result.summary().maximum())
                .sum();
    }

    private static void refused(SimulationPlan plan, String code, String... pointers) {
        assertThat(plan.obstacle()).map(Refusal::code).hasValue(code);
        assertThat(plan.obstacle().orElseThrow().pointers()).containsExactly(pointers);
    }
}
