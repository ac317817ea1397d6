package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Simulations as large as asked; prints how many invented people a second. With -Dtrials=2000 for figures that stand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyTrialsTest {
    private static final int TRIALS = Integer.getInteger("trials", 100);
    private static final int PEOPLE = 200;
    private static final List<Integer> EVEN = List.of(1, 1);

    static Stream<Arguments> designs() {
        return Stream.of(
                Arguments.of("blocks of 4 in 4 strata", new Sight(List.of(0, 1), List.of()), blocks()),
                Arguments.of("Efron's coin", Sight.OF_NOTHING, rule(new BiasedCoin(new Probability(2, 3)))),
                Arguments.of("an urn", Sight.OF_NOTHING, rule(new Urn(2, 1, 1))),
                Arguments.of(
                        "minimization over 2 factors",
                        new Sight(List.of(), List.of(0, 1)),
                        rule(new Minimization(
                                EVEN, List.of(1, 1), Measure.RANGE, Coin.PREFERRED, new Probability(4, 5)))));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void all_of_them_are_counted(String what, Sight sight, Supplier<Giving> design) {
        var population = new Population(List.of(List.of(1, 1), List.of(1, 1)));
        var simulation = new Simulation(EVEN, population, sight, design, PEOPLE);
        long begun = System.nanoTime();
        var found = simulation.run(TRIALS, trial -> new SplittableRandom(trial)::nextLong);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "figure: %,d trials of %d people by %s in %.2f s: %,.0f people a second%n",
                TRIALS, PEOPLE, what, seconds, (double) TRIALS * PEOPLE / seconds);
        assertThat(found.getFirst().summary().bars().stream()
                        .mapToInt(Summary.Bar::trials)
                        .sum())
                .isEqualTo(TRIALS);
    }

    private static Supplier<Giving> blocks() {
        return () -> new OpenBlocks(EVEN, List.of(4));
    }

    private static Supplier<Giving> rule(Rule rule) {
        return () -> Giving.by(rule);
    }
}
