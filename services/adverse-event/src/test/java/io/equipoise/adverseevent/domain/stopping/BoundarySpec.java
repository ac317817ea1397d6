package io.equipoise.adverseevent.domain.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The vectors of rules.md 4.9, small-trial stopping: twenty people, looked at after each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundarySpec {
    private static final Share FIVE_PERCENT = share("0.05");
    private static final ExactBoundary TEN_PERCENT_ACCEPTABLE = new ExactBoundary(20, share("0.1"), FIVE_PERCENT);
    private static final ExactBoundary TWENTY_PERCENT_ACCEPTABLE = new ExactBoundary(20, share("0.2"), FIVE_PERCENT);
    private static final BayesianBoundary FROM_TWO =
            new BayesianBoundary(20, new BayesianBoundary.Prior(1, 1), share("0.2"), share("0.95"), 2);

    @Test
    void with_ten_percent_acceptable_two_events_stop_by_2_three_by_6_four_by_12_five_by_17_six_by_20() {
        assertThat(steps(TEN_PERCENT_ACCEPTABLE)).isEqualTo("2@2 3@6 4@12 5@17 6@20");
        assertThat(stopped(TEN_PERCENT_ACCEPTABLE, "0.1")).isEqualTo(new BigDecimal("0.0488"));
    }

    @Test
    void with_twenty_percent_acceptable_three_events_stop_at_3_and_nine_by_20() {
        assertThat(steps(TWENTY_PERCENT_ACCEPTABLE)).isEqualTo("3@3 4@6 5@9 6@12 7@15 8@18 9@20");
        assertThat(stopped(TWENTY_PERCENT_ACCEPTABLE, "0.2")).isEqualTo(new BigDecimal("0.0484"));
    }

    @Test
    void its_power_is_55_percent_at_a_true_rate_of_40_and_83_percent_at_50() {
        assertThat(TWENTY_PERCENT_ACCEPTABLE.boundary().stopping(share("0.4")).rounded(2))
                .isEqualTo(new BigDecimal("0.55"));
        assertThat(TWENTY_PERCENT_ACCEPTABLE.boundary().stopping(share("0.5")).rounded(2))
                .isEqualTo(new BigDecimal("0.83"));
    }

    @Test
    void the_level_is_the_same_at_every_n_and_no_larger_one_keeps_what_is_allowed() {
        var boundary = TEN_PERCENT_ACCEPTABLE.boundary();
        var largest = IntStream.rangeClosed(2, 20)
                .mapToObj(n ->
                        new Binomial(n, share("0.1")).tails().get(boundary.at(n).orElseThrow() - 1))
                .max(Share::compareTo)
                .orElseThrow();
        IntStream.rangeClosed(2, 20)
                .forEach(n -> assertThat(new Binomial(n, share("0.1"))
                                .tails()
                                .get(boundary.at(n).orElseThrow() - 2))
                        .isGreaterThan(largest));
        assertThat(boundary.stopping(share("0.1"))).isLessThanOrEqualTo(FIVE_PERCENT);
    }

    @Test
    void a_count_stops_only_from_the_boundary_on_and_nothing_stops_beyond_the_planned_people() {
        var boundary = TEN_PERCENT_ACCEPTABLE.boundary();
        assertThat(boundary.crossed(1, 1)).isFalse();
        assertThat(boundary.crossed(2, 2)).isTrue();
        assertThat(boundary.crossed(3, 2)).isFalse();
        assertThat(boundary.crossed(3, 3)).isTrue();
        assertThat(boundary.crossed(20, 5)).isFalse();
        assertThat(boundary.crossed(20, 6)).isTrue();
        assertThat(boundary.at(21)).isEmpty();
        assertThat(boundary.crossed(21, 21)).isFalse();
        assertThat(boundary.at(0)).isEmpty();
    }

    @Test
    void where_no_boundary_keeps_what_is_allowed_nothing_stops() {
        var strict = new ExactBoundary(2, share("0.5"), share("0.01")).boundary();
        assertThat(strict.steps()).isEmpty();
        assertThat(strict.stopping(share("0.9"))).isEqualTo(Share.of(0, 1));
    }

    @Test
    void above_20_percent_with_95_percent_certainty_from_a_uniform_prior_stops_at_2_by_3_and_7_by_20() {
        assertThat(steps(FROM_TWO)).isEqualTo("2@3 3@6 4@9 5@13 6@16 7@20");
    }

    @Test
    void the_bayesian_rule_would_stop_at_the_first_event_in_one_unless_it_speaks_from_two_on() {
        var fromOne = new BayesianBoundary(20, new BayesianBoundary.Prior(1, 1), share("0.2"), share("0.95"), 1);
        assertThat(fromOne.boundary().crossed(1, 1)).isTrue();
        assertThat(FROM_TWO.boundary().crossed(1, 1)).isFalse();
    }

    @Test
    void none_in_twenty_still_leaves_13_9_percent_where_the_rule_of_three_says_15() {
        var none = UpperBound.of(20, 0);
        assertThat(none.exact().percent()).isEqualTo("13.9 %");
        assertThat(none.ruleOfThree().percent()).isEqualTo("15.0 %");
    }

    @Test
    void a_bound_is_never_too_low_and_no_more_than_a_millionth_too_high() {
        for (int events = 0; events < 20; events++) {
            var bound = UpperBound.of(20, events).exact();
            assertThat(new Binomial(20, bound).atMost(events)).isLessThanOrEqualTo(FIVE_PERCENT);
            assertThat(new Binomial(20, bound.less(Share.of(1, 1_000_000))).atMost(events))
                    .isGreaterThan(FIVE_PERCENT);
        }
    }

    @Test
    void nobody_dosed_and_everybody_ill_leave_everything_possible() {
        assertThat(UpperBound.of(0, 0).exact().percent()).isEqualTo("100.0 %");
        assertThat(UpperBound.of(3, 3).exact().percent()).isEqualTo("100.0 %");
        assertThat(UpperBound.of(2, 0).ruleOfThree().percent()).isEqualTo("100.0 %");
        assertThat(UpperBound.of(1, 0).exact().percent()).isEqualTo("95.0 %");
    }

    private static String steps(Method method) {
        return method.boundary().steps().stream()
                .map(step -> step.events() + "@" + step.upTo())
                .collect(Collectors.joining(" "));
    }

    private static BigDecimal stopped(Method method, String chance) {
        return method.boundary().stopping(share(chance)).rounded(4);
    }

    static Share share(String text) {
        return Share.parse(text).orElseThrow();
    }
}
