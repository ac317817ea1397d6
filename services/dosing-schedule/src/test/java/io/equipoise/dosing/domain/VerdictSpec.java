package io.equipoise.dosing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the two escalation rules, against published numbers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictSpec {

    @ParameterizedTest
    @CsvSource({
        "3, 0, ESCALATE",
        "3, 1, STAY",
        "3, 2, EXCEEDED",
        "3, 3, EXCEEDED",
        "4, 1, STAY",
        "4, 2, EXCEEDED",
        "5, 0, STAY",
        "6, 0, ESCALATE",
        "6, 1, ESCALATE",
        "6, 2, EXCEEDED",
        "6, 6, EXCEEDED"
    })
    void three_plus_three(int evaluated, int toxicities, Verdict verdict) {
        assertThat(Verdict.threePlusThree(evaluated, toxicities)).contains(verdict);
    }

    @Test
    void three_plus_three_says_nothing_of_two_or_seven() {
        assertThat(Verdict.threePlusThree(2, 0)).isEmpty();
        assertThat(Verdict.threePlusThree(7, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({".05, .9734", ".10, .9061", ".20, .7086", ".30, .4943", ".40, .3093", ".50, .1719"})
    void three_plus_three_goes_up_as_often_as_published(double toxicity, double expected) {
        double up = 0;
        for (int first = 0; first <= 3; first++) {
            switch (Verdict.threePlusThree(3, first).orElseThrow()) {
                case ESCALATE -> up += chance(toxicity, first);
                case STAY -> {
                    for (int second = 0; second <= 3; second++) {
                        if (Verdict.threePlusThree(6, first + second).orElseThrow() == Verdict.ESCALATE) {
                            up += chance(toxicity, first) * chance(toxicity, second);
                        }
                    }
                }
                default -> {
                    // the level was too much
                }
            }
        }
        assertThat(up).isCloseTo(expected, within(0.00005));
    }

    private static double chance(double toxicity, int of3) {
        double ways = of3 == 0 || of3 == 3 ? 1 : 3;
        return ways * Math.pow(toxicity, of3) * Math.pow(1 - toxicity, 3 - of3);
    }

    @ParameterizedTest
    @CsvSource({".10, .0784, .1190", ".15, .1178, .1787", ".20, .1572, .2385", ".25, .1968, .2984", ".30, .2365, .3585"
    })
    void the_boundaries_of_the_interval_rule(double target, double up, double down) {
        assertThat(Verdict.boundary(target, 0.6 * target)).isCloseTo(up, within(0.00005));
        assertThat(Verdict.boundary(target, 1.4 * target)).isCloseTo(down, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "0.20, 3, 0, 1, 2", "0.20, 6, 0, 2, 3", "0.20, 9, 1, 3, 4", "0.20, 12, 1, 3, 5",
        "0.25, 3, 0, 1, 3", "0.25, 6, 1, 2, 4", "0.25, 9, 1, 3, 5", "0.25, 12, 2, 4, 6",
        "0.30, 3, 0, 2, 3", "0.30, 6, 1, 3, 4", "0.30, 9, 2, 4, 5", "0.30, 12, 2, 5, 7"
    })
    void the_interval_rule_up_to_twelve_people(String target, int people, int up, int down, int never) {
        for (int toxicities = 0; toxicities <= people; toxicities++) {
            var expected = toxicities >= never
                    ? Verdict.EXCEEDED
                    : toxicities >= down ? Verdict.DE_ESCALATE : toxicities <= up ? Verdict.ESCALATE : Verdict.STAY;
            assertThat(Verdict.interval(new BigDecimal(target), people, toxicities))
                    .as("%d of %d", toxicities, people)
                    .isEqualTo(expected);
        }
    }
}
