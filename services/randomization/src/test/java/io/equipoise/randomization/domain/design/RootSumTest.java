package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RootSumTest {

    @Test
    void roots_of_one_family_are_added_up() {
        assertThat(RootSum.compare(roots(2, 8), roots(18))).isZero();
        assertThat(RootSum.compare(roots(2, 3, 8, 27), roots(18, 48))).isZero();
        assertThat(RootSum.compare(roots(4, 9), roots(25))).isZero();
        assertThat(RootSum.compare(roots(0), roots())).isZero();
    }

    @Test
    void sums_that_differ_are_told_apart() {
        assertThat(RootSum.compare(roots(2, 3), roots(10))).isNegative();
        assertThat(RootSum.compare(roots(10), roots(2, 3))).isPositive();
        assertThat(RootSum.compare(roots(), roots(1))).isNegative();
    }

    @Test
    void sums_that_a_double_cannot_tell_apart_are() {
        var small = roots(10, 11);
        var large = RootSum.of(square(4_000_000_000_000L, 0), BigInteger.ONE);
        var larger = RootSum.of(square(4_000_000_000_000L, 1), BigInteger.ONE);
        assertThat(RootSum.compare(small, roots(5, 18))).isPositive();
        assertThat(Math.sqrt(square(4_000_000_000_000L, 0).doubleValue()) + 1)
                .isEqualTo(Math.sqrt(square(4_000_000_000_000L, 1).doubleValue()) + 1);
        assertThat(RootSum.compare(large, larger)).isNegative();
        assertThat(RootSum.compare(larger, large)).isPositive();
    }

    private static BigInteger square(long root, long more) {
        return BigInteger.valueOf(root).pow(2).add(BigInteger.valueOf(more));
    }

    private static RootSum roots(long... radicands) {
        return RootSum.of(Arrays.stream(radicands).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }
}
