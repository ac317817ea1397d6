package io.equipoise.randomization.domain.design;

import static io.equipoise.randomization.domain.design.Measure.RANGE;
import static io.equipoise.randomization.domain.design.Measure.STANDARD_DEVIATION;
import static io.equipoise.randomization.domain.design.Measure.VARIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published and computed vectors of the domain rules, section 4.9; what is expected are exact fractions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MinimizationSpec {
    private static final Probability SURE = new Probability(1, 1);

    @Test
    void ps_1_eighty_people_of_pocock_1983_range_ties_and_variance_gives_a() {
        var counts = levels(List.of(30, 31), List.of(18, 17), List.of(9, 8), List.of(19, 21));
        var newcomer = Newcomer.at(0, 0, 0, 0);
        assertThat(order(equal(2, 4, RANGE), counts, newcomer)).containsExactly(0, 0);
        assertThat(order(equal(2, 4, VARIANCE), counts, newcomer)).containsExactly(0, 1);
        assertThat(order(equal(2, 4, STANDARD_DEVIATION), counts, newcomer)).containsExactly(0, 0);
        assertThat(equal(2, 4, RANGE).chances(counts, newcomer)).hasToString("1:1");
        assertThat(equal(2, 4, VARIANCE).chances(counts, newcomer)).hasToString("1:0");
    }

    @Test
    void ps_2_the_third_of_three_arms_is_preferred() {
        var tally = new Tally(3, 2);
        tally.add(Newcomer.at(1, 2), 0);
        tally.add(Newcomer.at(0, 2), 1);
        assertThat(order(equal(3, 2, RANGE), tally, Newcomer.at(1, 2))).containsExactly(2, 1, 0);
        assertThat(equal(3, 2, RANGE).chances(tally, Newcomer.at(1, 2))).hasToString("0:0:1");
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "300, 100"})
    void ps_3_three_to_one_to_one_gives_control_first_however_the_ratio_is_written(int control, int other) {
        var tally = new Tally(3, 1);
        for (int arm = 0; arm < 3; arm++) {
            tally.add(Newcomer.at(0), arm);
            tally.add(Newcomer.at(1), arm);
        }
        var rule = new Minimization(List.of(control, other, other), List.of(1), RANGE, Coin.PREFERRED, SURE);
        assertThat(order(rule, tally, Newcomer.at(0))).containsExactly(0, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0 1", "0, 1, 1 0", "1, 1, 0 0", "7, 7, 0 0"})
    void ps_4_the_weights_decide_which_factor_counts(int first, int second, String expected) {
        var tally = new Tally(2, 2);
        Collections.nCopies(2, Newcomer.at(1, 0)).forEach(person -> tally.add(person, 0));
        Collections.nCopies(2, Newcomer.at(0, 1)).forEach(person -> tally.add(person, 1));
        var rule = new Minimization(List.of(1, 1), List.of(first, second), RANGE, Coin.PREFERRED, SURE);
        assertThat(text(rule.order(tally, Newcomer.at(0, 0)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1/1, 0:1", "0.6, 2:3", "2/3, 1:2", "0.85, 3:17"})
    void ps_5_one_in_a_gives_b_as_often_as_the_coin_says(String probability, String odds) {
        var tally = new Tally(2, 1);
        tally.add(Newcomer.at(0), 0);
        assertThat(coined(2, Coin.PREFERRED, probability).chances(tally, Newcomer.at(0)))
                .hasToString(odds);
    }

    @Test
    void ps_7_three_arms_range_gives_the_first_and_variance_ties_it_with_the_second_exactly() {
        var counts = levels(List.of(0, 1, 1), List.of(1, 0, 3));
        var newcomer = Newcomer.at(0, 0);
        assertThat(order(equal(3, 2, RANGE), counts, newcomer)).containsExactly(0, 1, 2);
        assertThat(order(equal(3, 2, VARIANCE), counts, newcomer)).containsExactly(0, 0, 2);
        assertThat(equal(3, 2, VARIANCE).chances(counts, newcomer)).hasToString("1:1:0");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.7, 35:6:9, 3:38:9, 3:6:41",
        "0.8, 20:2:3, 1:21:3, 1:2:22",
        "0.6, 15:4:6, 2:17:6, 2:4:19",
    })
    void han_1_to_3_ratio_ten_to_twenty_to_thirty(String first, String a, String b, String c) {
        var rule = new Minimization(List.of(10, 20, 30), List.of(1), RANGE, Coin.HAN, read(first));
        assertThat(rule.chances(levels(List.of(0, 2, 3)), Newcomer.at(0))).hasToString(a);
        assertThat(rule.chances(levels(List.of(1, 0, 3)), Newcomer.at(0))).hasToString(b);
        assertThat(rule.chances(levels(List.of(1, 2, 0)), Newcomer.at(0))).hasToString(c);
    }

    @Test
    void hans_coin_keeps_the_ratio_when_arms_come_first_as_often_as_their_shares() {
        var rule = new Minimization(List.of(1, 2, 3), List.of(1), RANGE, Coin.HAN, read("0.7"));
        var rows = List.of(levels(List.of(0, 2, 3)), levels(List.of(1, 0, 3)), levels(List.of(1, 2, 0)));
        for (int arm = 0; arm < 3; arm++) {
            long hundredths = 0;
            for (int first = 0; first < 3; first++) {
                var chances = rule.chances(rows.get(first), Newcomer.at(0));
                hundredths += (first + 1) * 100 * chances.of(arm) / chances.total();
            }
            assertThat(hundredths).isEqualTo((arm + 1) * 100);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1/2, 5:4:3", "2, 2/3, 5:4"})
    void the_rank_linear_family_falls_evenly(int arms, String probability, String odds) {
        var rising = arms == 3 ? List.of(0, 1, 2) : List.of(0, 1);
        assertThat(coined(arms, Coin.RANK_LINEAR, probability).chances(levels(rising), Newcomer.at(0)))
                .hasToString(odds);
    }

    @Test
    void tied_arms_share_what_their_places_have_and_no_other_arm_gets_of_it() {
        var twoBehind = levels(List.of(0, 0, 2));
        assertThat(coined(3, Coin.RANK_LINEAR, "1/2").chances(twoBehind, Newcomer.at(0)))
                .hasToString("3:3:2");
        assertThat(coined(3, Coin.PREFERRED, "1/1").chances(twoBehind, Newcomer.at(0)))
                .hasToString("1:1:0");
        assertThat(coined(3, Coin.PREFERRED, "2/3").chances(twoBehind, Newcomer.at(0)))
                .hasToString("5:5:2");
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void the_first_of_all_is_drawn_by_the_ratio(Measure measure) {
        var rule = new Minimization(List.of(2, 1), List.of(1, 1), measure, Coin.HAN, read("0.8"));
        var alike = levels(List.of(4, 2), List.of(2, 1));
        assertThat(equal(3, 2, measure).chances(new Tally(3, 2), Newcomer.at(0, 0)))
                .hasToString("1:1:1");
        assertThat(rule.chances(alike, Newcomer.at(5, 7))).isEqualTo(rule.chances(new Tally(2, 2), Newcomer.at(0, 0)));
    }

    private static int[] order(Minimization rule, Tally counts, Newcomer newcomer) {
        return rule.order(counts, newcomer);
    }

    private static String text(int[] order) {
        return order[0] + " " + order[1];
    }

    /** One level of each factor, at which the arms have these counts. */
    @SafeVarargs
    private static Tally levels(List<Integer>... counts) {
        var tally = new Tally(counts[0].size(), counts.length);
        for (int factor = 0; factor < counts.length; factor++) {
            for (int arm = 0; arm < counts[factor].size(); arm++) {
                for (int n = 0; n < counts[factor].get(arm); n++) {
                    tally.add(elsewhereBut(factor, counts.length), arm);
                }
            }
        }
        return tally;
    }

    private static Newcomer elsewhereBut(int here, int factors) {
        var levels = new Integer[factors];
        for (int factor = 0; factor < factors; factor++) {
            levels[factor] = factor == here ? 0 : 1;
        }
        return Newcomer.at(levels);
    }

    private static Minimization equal(int arms, int factors, Measure measure) {
        return new Minimization(
                Collections.nCopies(arms, 1), Collections.nCopies(factors, 1), measure, Coin.PREFERRED, SURE);
    }

    private static Minimization coined(int arms, Coin coin, String probability) {
        return new Minimization(Collections.nCopies(arms, 1), List.of(1), RANGE, coin, read(probability));
    }

    private static Probability read(String text) {
        return Probability.read(text).orElseThrow();
    }
}
