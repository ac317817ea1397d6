package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimals as people write them, kept exactly; a number that nobody could mean is none. */
public final class Exact {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
    private static final int MOST_DIGITS = 40;
    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(?=([0-9]{3})+$)");

    private Exact() {}

    /** A number such as 150, 0.5 or 2.4e13; never negative. */
    public static Optional<BigDecimal> parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = tidy(new BigDecimal(text));
        return number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(number);
    }

    /** A number that a definition or an earlier check already accepted. */
    public static BigDecimal number(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a decimal: " + text));
    }

    /** One writing for one number: no zeros behind the point, no exponent. */
    static BigDecimal tidy(BigDecimal number) {
        var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** For machines: every digit, no exponent. */
    public static String text(BigDecimal number) {
        return tidy(number).toPlainString();
    }

    /** For people: every digit, thousands set apart. */
    public static String words(BigDecimal number) {
        var plain = text(number);
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return THOUSANDS.matcher(whole).replaceAll(",") + (point < 0 ? "" : plain.substring(point));
    }
}
