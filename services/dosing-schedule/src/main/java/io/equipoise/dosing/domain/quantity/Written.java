package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as a source prints it, read, with the printed text kept. What can be read in two ways is not read at all:
 * a decimal comma only where it was declared, a power of ten only where it is marked as one.
 *
 * @param low the number, or the lower end of a range
 * @param per what the number stands for one of, where the text says so
 */
public record Written(
        String raw,
        BigDecimal low,
        BigDecimal high,
        Unit unit,
        @Nullable String per) {
    private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)?)";
    private static final Pattern AMOUNT = Pattern.compile(NUMBER + "(?: ?- ?" + NUMBER
            + ")? ?(?:[x*] ?10\\^([0-9]{1,2}) ?)?([A-Za-z][A-Za-z -]*?)(?: ?/ ?([A-Za-z]+))?");
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final Pattern RAISED = Pattern.compile("[" + SUPERSCRIPTS + "]+");

    /** The mark between whole and part, as the source's language has it. */
    public enum DecimalMark {
        POINT('.'),
        COMMA(',');

        private final char mark;

        DecimalMark(char mark) {
            this.mark = mark;
        }

        private Optional<BigDecimal> number(String digits) {
            char other = mark == '.' ? ',' : '.';
            return digits.indexOf(other) >= 0 ? Optional.empty() : Exact.parse(digits.replace(mark, '.'));
        }
    }

    /** Empty where the text says no amount that can be read in one way only. */
    public static Optional<Written> read(String raw, DecimalMark mark) {
        var match =
                AMOUNT.matcher(Unit.plain(lowered(raw)).replace('\u00d7', 'x').strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var ten = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        var low = mark.number(match.group(1)).map(number -> number.scaleByPowerOfTen(ten));
        var high =
                match.group(2) == null ? low : mark.number(match.group(2)).map(number -> number.scaleByPowerOfTen(ten));
        var unit = Unit.spelled(match.group(4));
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) <= 0
                ? unit.map(
                        known -> new Written(raw, Exact.tidy(low.get()), Exact.tidy(high.get()), known, match.group(5)))
                : Optional.empty();
    }

    /** A raised exponent keeps being one when everything else becomes plain. */
    private static String lowered(String raw) {
        return RAISED.matcher(raw)
                .replaceAll(found -> "^"
                        + found.group()
                                .chars()
                                .map(SUPERSCRIPTS::indexOf)
                                .mapToObj(String::valueOf)
                                .reduce("", String::concat));
    }
}
