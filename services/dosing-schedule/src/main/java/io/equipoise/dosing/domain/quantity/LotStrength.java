package io.equipoise.dosing.domain.quantity;

import io.equipoise.dosing.domain.quantity.Worked.Open;
import io.equipoise.dosing.domain.quantity.Worked.Out;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;

/** Turns a volume, or a number of units, of one lot into what that lot holds; the lot is the only bridge between kinds. */
public final class LotStrength {
    private LotStrength() {}

    /** What the volume or the units of this lot hold, by one of its strengths. */
    public static Worked holds(Quantity<?> given, Basis.Strength strength) {
        return switch (given) {
            case Fluid fluid
            when strength.per() == AmountRule.Per.ML ->
                held(Unit.ML.from(fluid.number(), fluid.unit()), "mL", strength);
            case Fluid fluid
            when strength.per() == AmountRule.Per.UL ->
                held(Unit.UL.from(fluid.number(), fluid.unit()), "uL", strength);
            case ProductUnits units
            when strength.per() == AmountRule.Per.UNIT -> held(units.number(), "unit", strength);
            default ->
                new Open(Refusal.invalid(
                        "STRENGTH_MISSING",
                        "%s of this lot says nothing without a strength per %s"
                                .formatted(given.inWords(), given.unit()),
                        "/strength"));
        };
    }

    private static Worked held(BigDecimal number, String per, Basis.Strength strength) {
        var one = strength.quantity();
        var all = Quantity.of(one.number().multiply(number), one.unit());
        return new Out(
                all, all, "%s/%s x %s %s = %s".formatted(one.inWords(), per, Exact.words(number), per, all.inWords()));
    }
}
