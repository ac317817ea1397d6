package io.equipoise.chaos.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpreadTest {

    @Test
    void nothing_is_discarded() {
        var spread = Spread.of(
                LongStream.rangeClosed(1, 1_000).mapToObj(n -> 1_001 - n).toList());
        assertThat(spread).isEqualTo(new Spread(1_000, 501, 901, 991, 1_000));
    }

    @Test
    void it_is_told_in_multiples_of_a_unit() {
        assertThat(Spread.of(List.of(3_000L)).times(1_500)).isEqualTo("p50 2.0, p99 2.0, max 2");
    }

    @Test
    void of_nothing_there_are_no_times() {
        assertThat(Spread.of(List.of()).count()).isZero();
    }
}
