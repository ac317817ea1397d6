package io.equipoise.dosing.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactSpec {
    @Test
    void forty_digits_are_a_number_and_forty_one_are_none() {
        assertThat(Exact.parse("1e39")).contains(new BigDecimal("1e39").setScale(0));
        assertThat(Exact.parse("1e40")).isEmpty();
        assertThat(Exact.parse("1e-40")).contains(new BigDecimal("1e-40"));
        assertThat(Exact.parse("1e-41")).isEmpty();
    }

    @Test
    void nobody_means_a_negative_an_empty_or_a_bare_point() {
        assertThat(Exact.parse("-1")).isEmpty();
        assertThat(Exact.parse("")).isEmpty();
        assertThat(Exact.parse(".5")).isEmpty();
        assertThat(Exact.parse("5.")).isEmpty();
    }

    @Test
    void one_number_has_one_writing() {
        assertThat(Exact.text(new BigDecimal("0.500"))).isEqualTo("0.5");
        assertThat(Exact.text(new BigDecimal("2.4e13"))).isEqualTo("24000000000000");
        assertThat(Exact.text(new BigDecimal("0e7"))).isEqualTo("0");
    }

    @Test
    void thousands_are_set_apart_before_the_point_only() {
        assertThat(Exact.words(new BigDecimal("999"))).isEqualTo("999");
        assertThat(Exact.words(new BigDecimal("1000"))).isEqualTo("1,000");
        assertThat(Exact.words(new BigDecimal("1234567.1234"))).isEqualTo("1,234,567.1234");
        assertThat(Exact.words(new BigDecimal("0.25"))).isEqualTo("0.25");
    }

    @Test
    void the_same_mass_in_another_unit_is_not_less_and_a_little_more_is_not_the_same() {
        var milligram = new Mass(BigDecimal.ONE, Unit.MG);
        var thousand = new Mass(new BigDecimal("1000"), Unit.UG);
        var more = new Mass(new BigDecimal("1000.001"), Unit.UG);
        assertThat(thousand.lessThan(milligram)).isFalse();
        assertThat(milligram.lessThan(more)).isTrue();
        assertThat(more.lessThan(milligram)).isFalse();
        assertThat(thousand.sameAs(milligram)).isTrue();
        assertThat(more.sameAs(milligram)).isFalse();
    }
}
