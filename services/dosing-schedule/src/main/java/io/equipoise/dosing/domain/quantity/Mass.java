package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A weight of product or of protein. */
public record Mass(BigDecimal number, Unit unit) implements Quantity<Mass> {
    public Mass {
        number = Quantity.checked(number, unit, Kind.MASS);
    }

    @Override
    public Mass of(BigDecimal other) {
        return new Mass(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
