package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equipoise.randomization.domain.design.Figure.Kind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Designs tried out, against what is known of them exactly. Tolerances fail less than once in a million (Hoeffding). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationSpec {
    private static final List<Integer> EVEN = List.of(1, 1);
    private static final Population NOBODY_IN_PARTICULAR = new Population(List.of());
    private static final Population SEXES_AND_AGES = new Population(List.of(List.of(1, 1), List.of(1, 2, 1)));
    private static final double ONCE_IN_A_MILLION = Math.log(2e6);

    /** Whole numbers over this are exact for every sequence of a block of up to six, and for ties of two. */
    private static final long WHOLE = 1440;

    @ParameterizedTest
    @CsvSource({"2,2160,1440", "4,4080,1920", "6,5904,2160"})
    void every_sequence_of_a_block_gives_blackwell_and_hodges_table(int size, long guessed, long certain) {
        var counted = new long[2];
        walk(new OpenBlocks(EVEN, List.of(size)), size, WHOLE, List.of(0, 0), counted);
        assertThat(counted)
                .as("3/2, 17/6 and 41/10 right guesses; 1, 4/3 and 3/2 certain ones; all over 1440")
                .containsExactly(guessed, certain);
    }

    @ParameterizedTest
    @CsvSource({"2,0.75,0.5", "4,0.7083333,0.3333333", "6,0.6833333,0.25"})
    void invented_trials_find_the_table_again(int size, double guessed, double certain) {
        int people = 60;
        int trials = 4_000;
        var found =
                simulation(() -> new OpenBlocks(EVEN, List.of(size)), people).run(trials, seeded(1));
        double near = Math.sqrt(ONCE_IN_A_MILLION / (2.0 * trials * people / size));
        assertThat(mean(found, Kind.GUESSED_RIGHT)).isCloseTo(guessed, within(near));
        assertThat(mean(found, Kind.DETERMINISTIC)).isCloseTo(certain, within(near));
    }

    @Test
    void nobody_guesses_complete_randomization_better_than_a_coin() {
        var found = simulation(() -> Giving.by(new Simple(EVEN)), 100).run(5_000, seeded(2));
        assertThat(mean(found, Kind.GUESSED_RIGHT)).isCloseTo(0.5, within(Math.sqrt(ONCE_IN_A_MILLION / 1_000_000)));
        assertThat(summary(found, Kind.DETERMINISTIC).maximum()).isZero();
    }

    /** The arms' difference walks as a chain of its own: 1/2 where they are level, else the coin's 2/3 is the guess's. */
    @Test
    void efrons_coin_is_guessed_as_often_as_its_chain_says() {
        var coin = new BiasedCoin(new Probability(2, 3));
        int people = 50;
        double exact = guessedOfEfron(2.0 / 3, people);
        var found = simulation(() -> Giving.by(coin), people).run(20_000, seeded(3));
        assertThat(mean(found, Kind.GUESSED_RIGHT)).isCloseTo(exact, within(Math.sqrt(ONCE_IN_A_MILLION / 40_000)));
        assertThat(exact).isBetween(0.60, 0.63);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_big_stick_is_never_farther_off_than_it_allows_and_gets_there(int limit) {
        var found = simulation(() -> Giving.by(new BigStick(limit)), 100).run(200, seeded(4));
        assertThat(summary(found, Kind.LARGEST_IMBALANCE).maximum()).isEqualTo(limit);
        assertThat(summary(found, Kind.LARGEST_IMBALANCE).median()).isEqualTo(limit);
    }

    @Test
    void of_two_to_one_the_arm_that_is_behind_its_share_is_guessed() {
        var guesser = new Convergence(List.of(2, 1));
        assertThat(guesser.guesses(tally(2, 1), Newcomer.ANYBODY)).containsExactly(0, 1);
        assertThat(guesser.guesses(tally(3, 1), Newcomer.ANYBODY)).containsExactly(1);
        assertThat(guesser.guesses(tally(1, 1), Newcomer.ANYBODY)).containsExactly(0);
    }

    @Test
    void the_same_seed_gives_the_same_trials_and_another_gives_others() {
        var simulation = new Simulation(
                EVEN,
                SEXES_AND_AGES,
                new Sight(List.of(0, 1), List.of()),
                () -> new OpenBlocks(EVEN, List.of(2, 4)),
                30);
        var found = simulation.run(50, seeded(5));
        assertThat(simulation.run(50, seeded(5))).isEqualTo(found);
        assertThat(simulation.run(50, seeded(6))).isNotEqualTo(found);
    }

    @Test
    void whole_blocks_of_a_stratum_keep_it_within_half_a_block() {
        var simulation = new Simulation(
                EVEN,
                new Population(List.of(List.of(3, 1))),
                new Sight(List.of(0), List.of()),
                () -> new OpenBlocks(EVEN, List.of(4)),
                40);
        var found = simulation.run(300, seeded(7));
        assertThat(found)
                .filteredOn(result ->
                        result.figure().characteristic() == 0 && result.figure().kind() == Kind.LARGEST_IMBALANCE)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.summary().maximum()).isEqualTo(2));
        assertThat(summary(found, Kind.LARGEST_IMBALANCE).maximum()).isBetween(3.0, 4.0);
    }

    private static double guessedOfEfron(double behind, int people) {
        var level = new double[2 * people + 1];
        level[people] = 1;
        double right = 0;
        for (int person = 0; person < people; person++) {
            var next = new double[level.length];
            for (int at = 0; at < level.length; at++) {
                if (level[at] > 0) {
                    double up = at == people ? 0.5 : at < people ? behind : 1 - behind;
                    right += level[at] * (at == people ? 0.5 : behind);
                    next[at + 1] += level[at] * up;
                    next[at - 1] += level[at] * (1 - up);
                }
            }
            level = next;
        }
        return right / people;
    }

    private static void walk(Giving block, int left, long weight, List<Integer> given, long... counted) {
        var before = tally(given.get(0), given.get(1));
        var chances = block.chances(before, Newcomer.ANYBODY, bound -> 0);
        var guesses = new Convergence(EVEN).guesses(before, Newcomer.ANYBODY);
        for (int arm = 0; arm < 2; arm++) {
            long part = weight * chances.of(arm) / chances.total();
            assertThat(part * chances.total()).isEqualTo(weight * chances.of(arm));
            counted[0] += guesses.contains(arm) ? part / guesses.size() : 0;
            counted[1] += chances.isCertain() ? part : 0;
            if (part > 0 && left > 1) {
                walk(block, left - 1, part, List.of(given.get(0) + 1 - arm, given.get(1) + arm), counted);
            }
        }
    }

    private static Tally tally(int first, int second) {
        var tally = new Tally(2, 0);
        IntStream.range(0, first).forEach(n -> tally.add(Newcomer.ANYBODY, 0));
        IntStream.range(0, second).forEach(n -> tally.add(Newcomer.ANYBODY, 1));
        return tally;
    }

    private static Simulation simulation(Supplier<Giving> design, int people) {
        return new Simulation(EVEN, NOBODY_IN_PARTICULAR, Sight.OF_NOTHING, design, people);
    }

    private static IntFunction<Chance> seeded(long seed) {
        return trial -> new SplittableRandom(seed * 1_000_003 + trial)::nextLong;
    }

    private static double mean(List<Simulation.Result> results, Kind kind) {
        return summary(results, kind).mean();
    }

    private static Summary summary(List<Simulation.Result> results, Kind kind) {
        return results.stream()
                .filter(result -> result.figure().equals(Figure.ofAll(kind)))
                .findFirst()
                .orElseThrow()
                .summary();
    }
}
