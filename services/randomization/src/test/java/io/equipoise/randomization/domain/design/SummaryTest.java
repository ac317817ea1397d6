package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.design.Summary.Bar;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {
    @Test
    void few_values_have_a_bar_each() {
        var summary = Summary.of(2, 0, 2, 4);
        assertThat(summary.mean()).isEqualTo(2);
        assertThat(summary.median()).isEqualTo(2);
        assertThat(summary.percentile95()).isEqualTo(4);
        assertThat(summary.maximum()).isEqualTo(4);
        assertThat(summary.bars()).containsExactly(new Bar(0, 0, 1), new Bar(2, 2, 2), new Bar(4, 4, 1));
    }

    @Test
    void of_a_hundred_values_95_are_not_above_the_percentile_and_none_is_lost_from_the_bars() {
        var summary =
                Summary.of(IntStream.rangeClosed(1, 100).mapToDouble(n -> n).toArray());
        assertThat(summary.percentile95()).isEqualTo(95);
        assertThat(summary.median()).isEqualTo(50.5);
        assertThat(summary.bars()).hasSize(30);
        assertThat(summary.bars().stream().mapToInt(Bar::trials).sum()).isEqualTo(100);
        assertThat(Summary.of(7).percentile95()).isEqualTo(7);
    }

    @Test
    void values_too_close_to_be_drawn_apart_share_a_bar() {
        var summary = Summary.of(0, 0.001, 3);
        assertThat(summary.bars()).hasSize(30);
        assertThat(summary.bars().getFirst().trials()).isEqualTo(2);
        assertThat(summary.bars().getLast().trials()).isEqualTo(1);
    }
}
