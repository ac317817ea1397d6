package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** What so many cells gave off; no cells are in it. */
public record CellEquivalents(BigDecimal number, Unit unit) implements Quantity<CellEquivalents> {
    public CellEquivalents {
        number = Quantity.checked(number, unit, Kind.CELL_EQUIVALENTS);
    }

    @Override
    public CellEquivalents of(BigDecimal other) {
        return new CellEquivalents(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
