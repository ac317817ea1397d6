package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known on the day of an administration and its amount is worked out from.
 *
 * @param pick which amount of a range somebody chose
 * @param count how many drops or product units
 * @param strengths what the lot holds, by its certificate
 */
public record Basis(
        @Nullable BigDecimal pick,
        @Nullable Weight weight,
        @Nullable Fluid volume,
        @Nullable BigDecimal count,
        List<Strength> strengths) {
    public static final Basis NONE = new Basis(null, null, null, null, List.of());

    /** A person's weight and the day of the weighing. */
    public record Weight(BigDecimal kg, LocalDate weighedOn) {}

    /** So much of one kind in each millilitre, or in each unit of the product. */
    public record Strength(Quantity<?> quantity, AmountRule.Per per) {}

    public Basis {
        strengths = List.copyOf(strengths);
    }

    public Basis picking(String number) {
        return new Basis(Exact.number(number), weight, volume, count, strengths);
    }

    public Basis weighing(String kg, LocalDate on) {
        return new Basis(pick, new Weight(Exact.number(kg), on), volume, count, strengths);
    }

    public Basis filling(String number, Unit unit) {
        return new Basis(pick, weight, new Fluid(Exact.number(number), unit), count, strengths);
    }

    public Basis counting(String number) {
        return new Basis(pick, weight, volume, Exact.number(number), strengths);
    }

    public Basis from(Strength... lot) {
        return new Basis(pick, weight, volume, count, List.of(lot));
    }
}
