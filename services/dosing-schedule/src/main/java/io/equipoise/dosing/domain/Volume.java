package io.equipoise.dosing.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of fluid as an exact decimal beside its unit; units are never converted. */
public record Volume(String number, String unit) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    public Volume {
        if (!DECIMAL.matcher(number).matches()) {
            throw new IllegalArgumentException("not a plain decimal: " + number);
        }
    }

    /** Empty where the number is not a plain decimal such as 100 or 99.5. */
    public static Optional<Volume> parse(String number, String unit) {
        return DECIMAL.matcher(number).matches() ? Optional.of(new Volume(number, unit)) : Optional.empty();
    }

    BigDecimal amount() {
        return new BigDecimal(number);
    }

    @Override
    public String toString() {
        return number + " " + unit;
    }
}
