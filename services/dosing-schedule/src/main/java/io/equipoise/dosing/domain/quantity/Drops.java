package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A number of drops. */
public record Drops(BigDecimal number, Unit unit) implements Quantity<Drops> {
    public Drops {
        number = Quantity.checked(number, unit, Kind.DROPS);
    }

    @Override
    public Drops of(BigDecimal other) {
        return new Drops(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
