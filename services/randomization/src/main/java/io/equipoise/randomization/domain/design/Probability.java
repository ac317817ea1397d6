package io.equipoise.randomization.domain.design;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A probability as a fraction in lowest terms: two thirds is two thirds, not 0.666667. */
public record Probability(int numerator, int denominator) {
    /** The largest denominator; 0.0001 is the smallest step. */
    public static final int FINEST = 10_000;

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,5})/(\\d{1,5})");
    private static final Pattern DECIMAL = Pattern.compile("0\\.\\d{1,4}|1(?:\\.0{1,4})?");

    public Probability {
        if (denominator < 1 || denominator > FINEST || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("a probability is a fraction from 0 to 1");
        }
        int common = gcd(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }

    /** Written 2/3 or 0.85; empty for anything else. */
    public static Optional<Probability> read(String text) {
        var fraction = FRACTION.matcher(text.strip());
        if (fraction.matches()) {
            int above = Integer.parseInt(fraction.group(1));
            int below = Integer.parseInt(fraction.group(2));
            return below >= 1 && below <= FINEST && above <= below
                    ? Optional.of(new Probability(above, below))
                    : Optional.empty();
        }
        return DECIMAL.matcher(text.strip()).matches()
                ? Optional.of(new Probability(
                        new BigDecimal(text.strip()).movePointRight(4).intValueExact(), FINEST))
                : Optional.empty();
    }

    /** Below, at or above one of this many equal parts. */
    public int comparedWithOneOf(int parts) {
        return Long.compare((long) numerator * parts, denominator);
    }

    /** What is left to the others, over the same denominator. */
    int rest() {
        return denominator - numerator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
    }
}
