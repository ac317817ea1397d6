package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** So much in so much liquid, as stated: a count per 3 mL is kept as one, because a third may have no last digit. */
public record Concentration(Quantity<?> amount, Fluid in) {
    private static final int SHOWN_DIGITS = 3;

    /** Whether both hold the same in the same volume; concentrations of two kinds never do. */
    public boolean sameAs(Concentration other) {
        return amount.unit().kind() == other.amount.unit().kind()
                && cross(this, other).compareTo(amount.unit().from(cross(other, this), other.amount.unit())) == 0;
    }

    private static BigDecimal cross(Concentration one, Concentration other) {
        return one.amount.number().multiply(Unit.ML.from(other.in.number(), other.in.unit()));
    }

    /** Rounded to three digits, for a person to read and never to calculate with. */
    public String aboutPerMl() {
        var each = amount.number()
                .divide(Unit.ML.from(in.number(), in.unit()), new MathContext(SHOWN_DIGITS, RoundingMode.HALF_UP));
        int power = each.precision() - each.scale() - 1;
        return "about %s x 10^%d %s per mL"
                .formatted(each.scaleByPowerOfTen(-power).toPlainString(), power, amount.unit());
    }
}
