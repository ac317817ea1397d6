package io.equipoise.adverseevent.domain.stopping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A share from 0 to 1 as an exact fraction, so that no decision hangs on a rounding. */
public record Share(BigInteger part, BigInteger whole) implements Comparable<Share> {
    private static final Pattern WRITTEN = Pattern.compile("(0|1)(\\.[0-9]{1,6})?");

    /** @throws IllegalArgumentException for what is not from 0 to 1 */
    public Share {
        if (whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException(part + " of " + whole + " is no share");
        }
        var common = part.gcd(whole);
        part = part.divide(common);
        whole = whole.divide(common);
    }

    public static Share of(long part, long whole) {
        return new Share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** A plain decimal such as 0.25, with at most six places; empty for anything else. */
    public static Optional<Share> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text);
        return number.compareTo(BigDecimal.ONE) > 0
                ? Optional.empty()
                : Optional.of(new Share(number.unscaledValue(), BigInteger.TEN.pow(number.scale())));
    }

    /** Neither never nor always. */
    public boolean isBetween() {
        return part.signum() > 0 && part.compareTo(whole) < 0;
    }

    public Share rest() {
        return new Share(whole.subtract(part), whole);
    }

    Share plus(Share other) {
        return new Share(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    Share less(Share other) {
        return new Share(part.multiply(other.whole).subtract(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    Share times(Share other) {
        return new Share(part.multiply(other.part), whole.multiply(other.whole));
    }

    Share times(long numerator, long denominator) {
        return new Share(part.multiply(BigInteger.valueOf(numerator)), whole.multiply(BigInteger.valueOf(denominator)));
    }

    @Override
    public int compareTo(Share other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }

    /** Rounded half up, for a person to read; nothing is decided on it. */
    public BigDecimal rounded(int places) {
        return new BigDecimal(part).divide(new BigDecimal(whole), places, RoundingMode.HALF_UP);
    }

    /** As a percentage with one place, such as {@code 13.9 %}. */
    public String percent() {
        return rounded(3).movePointRight(2) + " %";
    }
}
