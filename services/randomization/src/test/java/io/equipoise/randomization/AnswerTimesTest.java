package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Seed;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long randomizing takes below the door says nothing about the arm ({@link DoorTimesIT}: through the doors): neighbours
 * on the list, one of each arm, paired, and compared by Wilcoxon's signed-rank test at alpha 0.001. The measurement is asked for, with {@code -Dequipoise.timing=10000} pairs: a
 * healthy build fails it once in a thousand runs. That the test sees a difference is checked always, on drawn times.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerTimesTest {
    private static final int PAIRS_A_STUDY = 100;
    private static final int WARM_UP = 500;
    private static final Arm FIRST = new Arm("EXOSOMES");

    @Test
    @EnabledIfSystemProperty(named = "equipoise.timing", matches = "[0-9]+")
    void answers_to_both_arms_take_equally_long() {
        int pairs = Integer.getInteger("equipoise.timing");
        measured(WARM_UP, 0);
        assertThat(Math.abs(SignedRanks.z(measured(pairs, 0))))
                .as("z over %d pairs", pairs)
                .isLessThan(SignedRanks.CRITICAL);
    }

    @Test
    @EnabledIfSystemProperty(named = "equipoise.timing", matches = "[0-9]+")
    void a_planted_delay_for_one_arm_is_seen() {
        int pairs = Integer.getInteger("equipoise.timing");
        measured(WARM_UP, 0);
        assertThat(Math.abs(SignedRanks.z(measured(pairs, 50_000))))
                .as("z over %d pairs", pairs)
                .isGreaterThan(SignedRanks.CRITICAL);
    }

    @Test
    void the_test_sees_a_shift_of_a_twentieth_of_the_spread_over_ten_thousand_pairs_and_none_where_none_is() {
        assertThat(Math.abs(SignedRanks.z(drawn(0)))).isLessThan(SignedRanks.CRITICAL);
        assertThat(Math.abs(SignedRanks.z(drawn(5_000)))).isGreaterThan(SignedRanks.CRITICAL);
    }

    /** Made differences, the same in every run: normal, with a spread of 100 µs. */
    private static long[] drawn(long shift) {
        var random = new Random(20_261_123);
        return IntStream.range(0, 10_000)
                .mapToLong(n -> shift + Math.round(100_000 * random.nextGaussian()))
                .toArray();
    }

    /** Time for the first arm less time for the second, in nanoseconds, of subjects who came one after the other. */
    private static long[] measured(int pairs, long delayOfFirst) {
        var differences = new long[pairs];
        for (int begun = 0; begun < pairs; begun += PAIRS_A_STUDY) {
            try (var world = new World().withStudy(List.of("EXOSOMES", "SALINE"), "[]")) {
                world.process.lists.draw(
                        World.STUDY,
                        new Seed("%016x".formatted(begun + 1)),
                        List.of(2),
                        2 * PAIRS_A_STUDY,
                        World.by("statistician", "draw"));
                for (int at = 0; at < PAIRS_A_STUDY && begun + at < pairs; at++) {
                    differences[begun + at] = pair(world, at, delayOfFirst);
                }
            }
        }
        return differences;
    }

    private static long pair(World world, int number, long delayOfFirst) {
        long difference = 0;
        for (int member = 1; member <= 2; member++) {
            var subject = new SubjectId(World.STUDY, "01", 2 * number + member);
            world.enrolled(subject, "{}");
            long begun = System.nanoTime();
            world.process.treating.randomize(subject, LocalDate.of(2025, 3, 11), World.by("inv", subject.toString()));
            long took = System.nanoTime() - begun;
            var seat = world.process.allocations.of(World.STUDY).seats().get(subject);
            difference += Objects.requireNonNull(seat).arm().equals(FIRST) ? took + delayOfFirst : -took;
        }
        return difference;
    }
}
