package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A number of units of a product, whatever its lots say is in one. */
public record ProductUnits(BigDecimal number, Unit unit) implements Quantity<ProductUnits> {
    public ProductUnits {
        number = Quantity.checked(number, unit, Kind.PRODUCT_UNITS);
    }

    @Override
    public ProductUnits of(BigDecimal other) {
        return new ProductUnits(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
