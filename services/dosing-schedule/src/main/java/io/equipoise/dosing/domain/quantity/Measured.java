package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/** A number beside its unit as it is kept and told: as text, so that no digit is lost on the way. */
public record Measured(String number, String unit) {

    public static Measured of(Quantity<?> quantity) {
        return new Measured(Exact.text(quantity.number()), quantity.unit().toString());
    }

    /** Empty where the number or the unit is none that is known here. */
    public Optional<Quantity<?>> quantity() {
        return amount().flatMap(exact -> Unit.spelled(unit).map(known -> Quantity.of(exact, known)));
    }

    public Optional<BigDecimal> amount() {
        return Exact.parse(number);
    }

    @Override
    public String toString() {
        return number + " " + unit;
    }
}
