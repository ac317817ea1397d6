package io.equipoise.randomization.domain;

import java.math.BigInteger;

/** An exact part of a person, in lowest terms: what a ratio asks for is seldom whole. */
public record Fraction(long over, long under) implements Comparable<Fraction> {

    public Fraction {
        if (under < 1) {
            throw new IllegalArgumentException("a fraction is over a positive whole number");
        }
        long common = BigInteger.valueOf(over).gcd(BigInteger.valueOf(under)).longValueExact();
        over /= common;
        under /= common;
    }

    Fraction minus(Fraction other) {
        return new Fraction(over * other.under - other.over * under, under * other.under);
    }

    /** For a picture only: a picture shows no more. */
    public double rounded() {
        return (double) over / under;
    }

    /** As people write it: 0, 3, 3 1/2, -1/3. */
    public String text() {
        long whole = over / under;
        long rest = Math.abs(over % under);
        if (rest == 0) {
            return "" + whole;
        }
        if (whole == 0) {
            return (over < 0 ? "-" : "") + rest + "/" + under;
        }
        return whole + " " + rest + "/" + under;
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(over * other.under, other.over * under);
    }

    @Override
    public String toString() {
        return text();
    }
}
