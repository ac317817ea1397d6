package io.equipoise.enrolment.adapter.cel;

import java.math.BigDecimal;

/** An exact number that equals another of the same size however it is spelt: 3 is 3.0. */
record Decimal(BigDecimal number) implements Comparable<Decimal> {
    Decimal {
        number = number.stripTrailingZeros();
    }

    /** A fact's value as it is, or a literal of the expression as it was printed there. */
    static Decimal of(Object value) {
        return value instanceof Decimal known ? known : new Decimal(new BigDecimal(value.toString()));
    }

    @Override
    public int compareTo(Decimal other) {
        return number.compareTo(other.number);
    }
}
