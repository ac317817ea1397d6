package io.equipoise.randomization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.design.BiasedCoin;
import io.equipoise.randomization.domain.design.BigStick;
import io.equipoise.randomization.domain.design.Chance;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Minimization;
import io.equipoise.randomization.domain.design.Newcomer;
import io.equipoise.randomization.domain.design.Probability;
import io.equipoise.randomization.domain.design.Rule;
import io.equipoise.randomization.domain.design.Simple;
import io.equipoise.randomization.domain.design.Tally;
import io.equipoise.randomization.domain.design.Urn;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A million draws of every design against its exact distribution, which is worked out here from the sources and not asked
 * of the design: how likely each sequence of arms is. Chi-square; a healthy build would fail less than once in a million
 * seeds, and the seed is fixed, so it never does.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrequenciesTest {
    private static final int DRAWS = 1_000_000;
    private static final int LENGTH = 5;
    private static final double TWO_THIRDS = 2 / 3.0;
    /** A normal deviate exceeds this with probability 1e-7. */
    private static final double DEVIATE = 5.1993;

    @Test
    void simple_two_to_one() {
        agrees(new Simple(List.of(2, 1)), 2, arms -> product(arms, (before, arm) -> arm == 0 ? TWO_THIRDS : 1 / 3.0));
    }

    @Test
    void efrons_coin() {
        agrees(new BiasedCoin(new Probability(2, 3)), 2, arms -> efron(arms, TWO_THIRDS));
    }

    @Test
    void the_big_stick() {
        agrees(
                new BigStick(2),
                2,
                arms -> product(arms, (before, arm) -> {
                    int ahead = before[arm] - before[1 - arm];
                    return ahead >= 2 ? 0 : ahead <= -2 ? 1 : 0.5;
                }));
    }

    @Test
    void the_urn_of_three_arms() {
        agrees(
                new Urn(3, 1, 2),
                3,
                arms -> product(arms, (before, arm) -> {
                    int drawn = before[0] + before[1] + before[2];
                    return (1 + 2.0 * (drawn - before[arm])) / (3 + 4.0 * drawn);
                }));
    }

    @Test
    void minimization_of_one_factor_and_two_arms_is_efrons_coin() {
        for (var measure : Measure.values()) {
            var rule = new Minimization(List.of(1, 1), List.of(3), measure, Coin.PREFERRED, new Probability(2, 3));
            agrees(rule, 2, DRAWS / 3, arms -> efron(arms, TWO_THIRDS));
        }
    }

    /** Two to one; who comes first is whose share would be exceeded least, worked out by hand for each pair of counts. */
    @Test
    void minimization_with_hans_coin() {
        var rule = new Minimization(List.of(2, 1), List.of(1), Measure.RANGE, Coin.HAN, new Probability(4, 5));
        agrees(
                rule,
                2,
                arms -> product(arms, (before, arm) -> {
                    double withFirst = Math.abs((before[0] + 1) / 2.0 - before[1]);
                    double withSecond = Math.abs(before[0] / 2.0 - (before[1] + 1));
                    double first =
                            withFirst == withSecond ? TWO_THIRDS : withFirst < withSecond ? 1 - 1 / 2.0 * 0.2 : 0.2;
                    return arm == 0 ? first : 1 - first;
                }));
    }

    @Test
    void minimization_with_the_rank_linear_coin_and_three_arms() {
        var rule = new Minimization(
                List.of(1, 1, 1), List.of(1), Measure.VARIANCE, Coin.RANK_LINEAR, new Probability(1, 2));
        var places = new double[] {5 / 12.0, 4 / 12.0, 3 / 12.0};
        agrees(
                rule,
                3,
                arms -> product(arms, (before, arm) -> {
                    int less = 0;
                    int alike = 0;
                    for (int count : before) {
                        less += count < before[arm] ? 1 : 0;
                        alike += count == before[arm] ? 1 : 0;
                    }
                    return IntStream.range(less, less + alike)
                                    .mapToDouble(place -> places[place])
                                    .sum()
                            / alike;
                }));
    }

    @Test
    void permuted_blocks_of_four() {
        var blocks = new PermutedBlocks("T1", Trial.SEED, Trial.ONE_TO_ONE, List.of(4));
        Map<String, Integer> counts = blocks.draw(new Stratum(Map.of()), DRAWS).blocks().stream()
                .map(block -> block.arms().stream()
                        .map(arm -> arm.code().substring(0, 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.toMap(letters -> letters, letters -> 1, Integer::sum));
        assertThat(counts).hasSize(6);
        assertThat(chiSquare(
                        counts.values().stream().mapToInt(Integer::intValue).toArray(),
                        IntStream.range(0, 6).mapToDouble(n -> 1 / 6.0).toArray()))
                .isLessThan(critical(5));
    }

    @Test
    void the_generator_itself_also_where_half_of_its_numbers_are_thrown_away() {
        var hmac = new HmacSha256(Trial.SEED);
        var sevenths = new int[7];
        IntStream.range(0, 140_000).forEach(n -> sevenths[(int) new Draw(hmac, "sevenths|" + n).below(7)]++);
        assertThat(chiSquare(
                        sevenths,
                        IntStream.range(0, 7).mapToDouble(n -> 1 / 7.0).toArray()))
                .isLessThan(critical(6));
        long wasteful = (1L << 47) + 1;
        var halves = new int[2];
        IntStream.range(0, 60_000)
                .forEach(n -> halves[new Draw(hmac, "halves|" + n).below(wasteful) <= wasteful / 2 ? 0 : 1]++);
        assertThat(chiSquare(halves, new double[] {0.5, 0.5})).isLessThan(critical(1));
    }

    @Test
    void a_coin_that_is_off_by_one_in_a_hundred_would_be_found() {
        var counts = sequences(new BiasedCoin(new Probability(2, 3)), 2, DRAWS);
        assertThat(chiSquare(counts, expected(2, arms -> efron(arms, TWO_THIRDS - 0.01))))
                .isGreaterThan(critical(31));
    }

    private interface Given {
        /** The chance of an arm, from the counts before. */
        double chance(int[] before, int arm);
    }

    private static void agrees(Rule rule, int arms, ToDoubleFunction<int[]> exact) {
        agrees(rule, arms, DRAWS, exact);
    }

    private static void agrees(Rule rule, int arms, int draws, ToDoubleFunction<int[]> exact) {
        var expected = expected(arms, exact);
        assertThat(IntStream.range(0, expected.length)
                        .mapToDouble(n -> expected[n])
                        .sum())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        var counts = sequences(rule, arms, draws);
        int possible = (int)
                IntStream.range(0, expected.length).filter(n -> expected[n] > 0).count();
        assertThat(IntStream.range(0, expected.length).filter(n -> expected[n] == 0 && counts[n] > 0))
                .isEmpty();
        assertThat(chiSquare(counts, expected)).isLessThan(critical(possible - 1));
    }

    private static double efron(int[] arms, double behind) {
        return product(
                arms,
                (before, arm) -> before[0] == before[1] ? 0.5 : before[arm] < before[1 - arm] ? behind : 1 - behind);
    }

    private static double product(int[] arms, Given given) {
        var before = new int[3];
        double chance = 1;
        for (int arm : arms) {
            chance *= given.chance(before.clone(), arm);
            before[arm]++;
        }
        return chance;
    }

    private static int[] sequences(Rule rule, int arms, int draws) {
        var random = new SplittableRandom(20_260_311);
        Chance chance = random::nextLong;
        var counts = new int[(int) Math.pow(arms, LENGTH)];
        var person = Newcomer.at(0);
        int factors = rule instanceof Minimization ? 1 : 0;
        for (int n = 0; n < draws / LENGTH; n++) {
            var tally = new Tally(arms, factors);
            int sequence = 0;
            for (int draw = 0; draw < LENGTH; draw++) {
                int arm = rule.chances(tally, person).draw(chance);
                tally.add(person, arm);
                sequence = sequence * arms + arm;
            }
            counts[sequence]++;
        }
        return counts;
    }

    private static double[] expected(int arms, ToDoubleFunction<int[]> exact) {
        return IntStream.range(0, (int) Math.pow(arms, LENGTH))
                .mapToDouble(sequence -> {
                    var given = new int[LENGTH];
                    int rest = sequence;
                    for (int draw = LENGTH - 1; draw >= 0; draw--) {
                        given[draw] = rest % arms;
                        rest /= arms;
                    }
                    return exact.applyAsDouble(given);
                })
                .toArray();
    }

    private static double chiSquare(int[] counts, double[] chances) {
        double all = IntStream.of(counts).sum();
        return IntStream.range(0, counts.length)
                .filter(n -> chances[n] > 0)
                .mapToDouble(n -> Math.pow(counts[n] - all * chances[n], 2) / (all * chances[n]))
                .sum();
    }

    /** By Wilson and Hilferty; for few degrees of freedom it lies beyond the exact value. */
    private static double critical(int degrees) {
        double part = 2 / (9.0 * degrees);
        return degrees * Math.pow(1 - part + DEVIATE * Math.sqrt(part), 3);
    }
}
