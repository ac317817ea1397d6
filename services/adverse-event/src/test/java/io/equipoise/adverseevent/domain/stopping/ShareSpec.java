package io.equipoise.adverseevent.domain.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShareSpec {

    @Test
    void a_share_is_written_as_a_plain_decimal_and_kept_as_a_fraction() {
        assertThat(Share.parse("0.20")).contains(Share.of(1, 5));
        assertThat(Share.parse("1")).contains(Share.of(2, 2));
        assertThat(Share.parse("0").orElseThrow().isBetween()).isFalse();
        assertThat(Share.parse("1.0").orElseThrow().isBetween()).isFalse();
        assertThat(Share.parse("0.000001").orElseThrow().isBetween()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.1", "-0.1", ".5", "20 %", "2e-1", "0.1234567", "0,2"})
    void anything_else_is_no_share(String text) {
        assertThat(Share.parse(text)).isEmpty();
    }

    @Test
    void it_is_never_more_than_everything() {
        assertThatThrownBy(() -> new Share(BigInteger.TWO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UpperBound.of(2, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
