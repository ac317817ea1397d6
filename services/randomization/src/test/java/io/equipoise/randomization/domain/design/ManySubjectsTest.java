package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invented people over five factors, minimized; prints how many a second. With -Dsubjects=1000000 a million of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManySubjectsTest {
    private static final int SUBJECTS = Integer.getInteger("subjects", 50_000);
    private static final int[] LEVELS = {2, 3, 4, 5, 20};

    @ParameterizedTest
    @EnumSource(Measure.class)
    void three_arms_over_five_factors_stay_close_at_every_level(Measure measure) {
        var rule = new Minimization(
                List.of(1, 1, 1), List.of(1, 1, 2, 2, 1), measure, Coin.PREFERRED, new Probability(4, 5));
        var random = new SplittableRandom(20_260_312);
        var people = IntStream.range(0, SUBJECTS)
                .mapToObj(n -> Newcomer.at(
                        IntStream.of(LEVELS).map(random::nextInt).boxed().toArray(Integer[]::new)))
                .toList();
        var tally = new Tally(3, LEVELS.length);
        long begun = System.nanoTime();
        for (var person : people) {
            tally.add(person, rule.chances(tally, person).draw(random::nextLong));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "figure: %,d people minimized over %d factors by %s in %.2f s: %,.0f a second%n",
                SUBJECTS, LEVELS.length, measure, seconds, SUBJECTS / seconds);
        for (int factor = 0; factor < LEVELS.length; factor++) {
            for (int level = 0; level < LEVELS[factor]; level++) {
                int at = factor;
                int of = level;
                var counts = IntStream.range(0, 3)
                        .map(arm -> tally.atLevel(at, of, arm))
                        .summaryStatistics();
                assertThat(counts.getMax() - counts.getMin()).isLessThan(60);
            }
        }
    }
}
