package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was read off: an exact decimal (both ends the same), a range that stays one, or words. 70 to 80 % is not 75 %.
 *
 * @param text words, where there is no number
 */
public record Reading(
        @Nullable String low,
        @Nullable String high,
        @Nullable String text,
        @Nullable String unit) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    Optional<Refusal> wrong() {
        if (low == null || high == null) {
            return text == null || text.isBlank() || low != null || high != null
                    ? impossible("a reading is a number, a range with both its ends, or words", "/number")
                    : Optional.empty();
        }
        if (text != null) {
            return impossible("a reading is a number, a range, or words: not two of them", "/text");
        }
        if (!DECIMAL.matcher(low).matches() || !DECIMAL.matcher(high).matches()) {
            return impossible("a number is a plain decimal such as 4.5", low.equals(high) ? "/number" : "/low");
        }
        return new BigDecimal(low).compareTo(new BigDecimal(high)) > 0
                ? impossible("a range begins at its lower end", "/low")
                : Optional.empty();
    }

    private static Optional<Refusal> impossible(String why, String at) {
        return Optional.of(Refusal.invalid("VALUE_IMPOSSIBLE", why, at));
    }

    /** The least and the most by which this may lie above another reading, exactly; empty where one of them is words. */
    Optional<Reading> minus(Reading other) {
        if (low == null || high == null || other.low == null || other.high == null) {
            return Optional.empty();
        }
        var least = new BigDecimal(low).subtract(new BigDecimal(other.high));
        var most = new BigDecimal(high).subtract(new BigDecimal(other.low));
        return Optional.of(new Reading(least.toPlainString(), most.toPlainString(), null, unit));
    }
}
