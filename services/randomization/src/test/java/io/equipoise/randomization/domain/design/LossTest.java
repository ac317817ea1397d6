package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Atkinson's loss where it can be worked out by hand, and what complete randomization loses on average. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LossTest {
    private static final Population NOBODY_IN_PARTICULAR = new Population(List.of());
    private static final Population SEX = new Population(List.of(List.of(1, 1)));
    private static final Population SEX_AND_AGE = new Population(List.of(List.of(1, 1), List.of(1, 1)));

    @Test
    void without_characteristics_it_is_the_difference_squared_over_all() {
        var loss = new Loss(NOBODY_IN_PARTICULAR);
        for (int arm : List.of(0, 0, 0, 0, 1, 0, 1)) {
            loss.add(List.of(), arm);
        }
        assertThat(loss.value()).isCloseTo(9.0 / 7, within(1e-9));
    }

    @Test
    void with_one_characteristic_it_is_the_sum_over_its_levels() {
        var loss = new Loss(SEX);
        for (int arm : List.of(0, 0, 0, 1)) {
            loss.add(List.of(0), arm);
        }
        for (int arm : List.of(1, 1, 0, 1, 1)) {
            loss.add(List.of(1), arm);
        }
        assertThat(loss.value()).isCloseTo(4.0 / 4 + 9.0 / 5, within(1e-9));
    }

    @Test
    void arms_crossed_with_both_characteristics_lose_nobody_and_arms_that_are_one_of_them_everybody() {
        var crossed = new Loss(SEX_AND_AGE);
        var same = new Loss(SEX_AND_AGE);
        for (int sex : List.of(0, 1)) {
            for (int age : List.of(0, 1)) {
                crossed.add(List.of(sex, age), (sex + age) % 2);
                same.add(List.of(sex, age), sex);
            }
        }
        assertThat(crossed.value()).isCloseTo(0, within(1e-9));
        assertThat(same.value()).isCloseTo(4, within(1e-9));
    }

    /** Its z are signs by chance: the expected length of their shadow is the number of dimensions that F has, here 1 + 1 + 2. */
    @Test
    void complete_randomization_loses_as_many_people_as_the_model_has_terms() {
        var simulation = new Simulation(
                List.of(1, 1),
                new Population(List.of(List.of(1, 1), List.of(1, 1, 1))),
                Sight.OF_NOTHING,
                () -> Giving.by(new Simple(List.of(1, 1))),
                120);
        var found = simulation.run(4_000, trial -> new SplittableRandom(trial)::nextLong).stream()
                .filter(result -> result.figure().equals(Figure.ofAll(Figure.Kind.LOSS)))
                .findFirst()
                .orElseThrow();
        // about a chi-square of 4: its standard error over 4,000 trials is 0.045, five of them are once in a million
        // and a half
        assertThat(found.summary().mean()).isCloseTo(4, within(0.25));
    }

    @Test
    void other_arms_than_two_equal_ones_have_none() {
        for (var ratio : List.of(List.of(2, 1), List.of(1, 1, 1))) {
            var simulation = new Simulation(ratio, SEX, Sight.OF_NOTHING, () -> Giving.by(new Simple(ratio)), 10);
            assertThat(simulation.figures())
                    .extracting(Figure::kind)
                    .doesNotContain(Figure.Kind.LOSS)
                    .contains(Figure.Kind.GUESSED_RIGHT);
        }
    }
}
