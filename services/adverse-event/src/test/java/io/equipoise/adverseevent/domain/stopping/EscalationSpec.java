package io.equipoise.adverseevent.domain.stopping;

import static io.equipoise.adverseevent.domain.stopping.Advice.DE_ESCALATE;
import static io.equipoise.adverseevent.domain.stopping.Advice.ESCALATE;
import static io.equipoise.adverseevent.domain.stopping.Advice.EXCEEDED;
import static io.equipoise.adverseevent.domain.stopping.Advice.STAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of rules.md 4.9 for dose levels: 3+3 and BOIN. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EscalationSpec {
    private static final ThreePlusThree RULE = new ThreePlusThree();

    @Test
    void three_plus_three_goes_up_after_none_of_three_or_at_most_one_of_six() {
        assertThat(RULE.advice(3, 0)).contains(ESCALATE);
        assertThat(RULE.advice(3, 1)).contains(STAY);
        assertThat(RULE.advice(4, 1)).contains(STAY);
        assertThat(RULE.advice(6, 1)).contains(ESCALATE);
        assertThat(RULE.advice(6, 0)).contains(ESCALATE);
    }

    @Test
    void two_toxicities_among_three_to_six_are_too_many() {
        for (int n = 3; n <= 6; n++) {
            assertThat(RULE.advice(n, 2)).contains(EXCEEDED);
            assertThat(RULE.boundary().crossed(n, 2)).isTrue();
            assertThat(RULE.boundary().crossed(n, 1)).isFalse();
        }
    }

    @Test
    void it_says_nothing_of_two_people_of_seven_or_of_counts_that_cannot_be() {
        assertThat(RULE.advice(2, 2)).isEmpty();
        assertThat(RULE.advice(7, 2)).isEmpty();
        assertThat(RULE.advice(3, 4)).isEmpty();
        assertThat(RULE.advice(3, -1)).isEmpty();
        assertThat(RULE.boundary().at(2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.05,0.9734", "0.10,0.9061", "0.20,0.7086", "0.30,0.4943", "0.40,0.3093", "0.50,0.1719"})
    void a_level_is_passed_as_often_as_its_true_toxicity_lets_it(String chance, String expected) {
        assertThat(RULE.passing(BoundarySpec.share(chance)).rounded(4)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.10,0.0784,0.1190",
        "0.15,0.1178,0.1787",
        "0.20,0.1572,0.2385",
        "0.25,0.1968,0.2984",
        "0.30,0.2365,0.3585"
    })
    void boin_goes_up_and_down_at_the_published_boundaries(String target, String up, String down) {
        var design = new IntervalDesign(12, BoundarySpec.share(target));
        assertThat(design.escalateAt()).isEqualTo(up);
        assertThat(design.deEscalateAt()).isEqualTo(down);
    }

    @ParameterizedTest
    @CsvSource({
        "3,0.20,0,1,2", "6,0.20,0,2,3", "9,0.20,1,3,4", "12,0.20,1,3,5",
        "3,0.25,0,1,3", "6,0.25,1,2,4", "9,0.25,1,3,5", "12,0.25,2,4,6",
        "3,0.30,0,2,3", "6,0.30,1,3,4", "9,0.30,2,4,5", "12,0.30,2,5,7"
    })
    void boin_counts_are_those_of_the_table(int n, String target, int up, int down, int eliminate) {
        var design = new IntervalDesign(12, BoundarySpec.share(target));
        for (int events = 0; events <= n; events++) {
            var expected =
                    events >= eliminate ? EXCEEDED : events <= up ? ESCALATE : events >= down ? DE_ESCALATE : STAY;
            assertThat(design.advice(n, events)).as(events + " of " + n).isEqualTo(expected);
            assertThat(design.boundary().crossed(n, events)).isEqualTo(events >= eliminate);
        }
    }

    @Test
    void boin_eliminates_nothing_before_the_third_person() {
        assertThat(new IntervalDesign(12, BoundarySpec.share("0.10")).eliminated(2, 2))
                .isFalse();
    }
}
