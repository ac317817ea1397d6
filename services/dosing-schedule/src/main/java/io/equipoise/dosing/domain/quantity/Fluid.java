package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A volume of liquid. */
public record Fluid(BigDecimal number, Unit unit) implements Quantity<Fluid> {
    public Fluid {
        number = Quantity.checked(number, unit, Kind.VOLUME);
    }

    @Override
    public Fluid of(BigDecimal other) {
        return new Fluid(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
