package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** An amount of substance; it says nothing about a number of particles. */
public record Substance(BigDecimal number, Unit unit) implements Quantity<Substance> {
    public Substance {
        number = Quantity.checked(number, unit, Kind.SUBSTANCE);
    }

    @Override
    public Substance of(BigDecimal other) {
        return new Substance(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
