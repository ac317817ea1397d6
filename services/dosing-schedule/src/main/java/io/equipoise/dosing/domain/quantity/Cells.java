package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A number of cells. */
public record Cells(BigDecimal number, Unit unit) implements Quantity<Cells> {
    public Cells {
        number = Quantity.checked(number, unit, Kind.CELLS);
    }

    @Override
    public Cells of(BigDecimal other) {
        return new Cells(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
