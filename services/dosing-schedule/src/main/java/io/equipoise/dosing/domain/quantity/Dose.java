package io.equipoise.dosing.domain.quantity;

import io.equipoise.dosing.domain.quantity.Worked.Matched;
import io.equipoise.dosing.domain.quantity.Worked.Open;
import io.equipoise.dosing.domain.quantity.Worked.Out;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amount of one administration: concentration by volume, per kilogram by weight, per drop by drops, from a range by
 * whoever picks, diluted, capped. Every step is exact and can be read.
 *
 * @param ordinal which administration of its course, from 1
 * @param volume what the protocol states, where it does
 * @param factor what a dilution leaves of the strength
 */
public record Dose(
        AmountRule rule,
        int ordinal,
        @Nullable Fluid volume,
        @Nullable BigDecimal factor) {

    /** One number, or the two ends of a range. */
    private record Figure(BigDecimal low, BigDecimal high) {
        Figure times(BigDecimal by) {
            return new Figure(low.multiply(by), high.multiply(by));
        }

        Figure atMost(BigDecimal cap) {
            return new Figure(low.min(cap), high.min(cap));
        }

        boolean covers(BigDecimal number) {
            return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
        }

        String words() {
            return low.compareTo(high) == 0 ? Exact.words(low) : Exact.words(low) + " to " + Exact.words(high);
        }
    }

    private record By(BigDecimal number, String words) {}

    /** What one administration holds. */
    public Worked one(Basis basis) {
        return worked(basis, 1);
    }

    /** What so many of the same administrations hold together. */
    public Worked total(int administrations, Basis basis) {
        return worked(basis, administrations);
    }

    private Worked worked(Basis basis, int administrations) {
        if (rule.per() == AmountRule.Per.MATCHED) {
            return new Matched();
        }
        var unit = Optional.ofNullable(rule.unit()).flatMap(Unit::spelled);
        var stated = stated();
        if (unit.isEmpty() || stated.isEmpty()) {
            return new Open(Refusal.conflict(
                    "AMOUNT_NOT_STATED", "the study definition does not state the amount of this dose", "/amount"));
        }
        var unpicked = picking(stated.get(), basis, unit.get());
        if (unpicked.isPresent()) {
            return new Open(unpicked.get());
        }
        var figure = basis.pick() == null ? stated.get() : new Figure(basis.pick(), basis.pick());
        var missing = missing(basis);
        return missing.isPresent()
                ? new Open(missing.get())
                : new Calculation(figure, unit.get(), basis).come(administrations);
    }

    private Optional<Figure> stated() {
        if (rule.number() != null) {
            return Exact.parse(rule.number()).map(number -> new Figure(number, number));
        }
        var range = rule.range();
        if (range != null) {
            return Exact.parse(range.low())
                    .flatMap(low -> Exact.parse(range.high()).map(high -> new Figure(low, high)));
        }
        return ordinal <= rule.sequence().size()
                ? Exact.parse(rule.sequence().get(ordinal - 1)).map(number -> new Figure(number, number))
                : Optional.empty();
    }

    private Optional<Refusal> picking(Figure stated, Basis basis, Unit unit) {
        if (basis.pick() == null) {
            return Optional.empty();
        }
        if (rule.range() == null) {
            return Optional.of(
                    Refusal.invalid("PICK_NOT_ASKED", "the protocol states one amount: nobody picks", "/pick"));
        }
        return stated.covers(basis.pick())
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "PICK_OUT_OF_RANGE",
                        "%s %s is not within %s %s".formatted(Exact.words(basis.pick()), unit, stated.words(), unit),
                        "/pick"));
    }

    private Optional<Refusal> missing(Basis basis) {
        return switch (rule.per()) {
            case KG ->
                basis.weight() == null
                        ? Optional.of(Refusal.conflict(
                                "WEIGHT_MISSING", "the dose is per kilogram: say the weight and its day", "/weight"))
                        : Optional.empty();
            case ML, UL ->
                filled(basis) == null
                        ? Optional.of(Refusal.conflict(
                                "VOLUME_NOT_STATED",
                                "a strength in a volume gives no dose until the volume is known",
                                "/volume"))
                        : Optional.empty();
            case DROP, UNIT ->
                basis.count() == null
                        ? Optional.of(Refusal.conflict(
                                "COUNT_MISSING", "the dose is per piece: say in amount how many were given", "/amount"))
                        : Optional.empty();
            case DOSE, MATCHED -> Optional.empty();
        };
    }

    private @Nullable Fluid filled(Basis basis) {
        return basis.volume() == null ? volume : basis.volume();
    }

    private final class Calculation {
        private final Figure figure;
        private final Unit unit;
        private final Basis basis;

        Calculation(Figure figure, Unit unit, Basis basis) {
            this.figure = figure;
            this.unit = unit;
            this.basis = basis;
        }

        Worked come(int administrations) {
            var by = by();
            var each = by == null ? figure : figure.times(by.number());
            var steps = new StringBuilder(figure.words() + " " + unit);
            if (by != null) {
                steps.append(by.words());
            }
            if (factor != null) {
                each = each.times(factor);
                steps.append(" x ").append(Exact.words(factor));
            }
            if (administrations > 1) {
                steps.insert(0, administrations + " x ");
            }
            var capped = capped(each);
            var all = capped.times(BigDecimal.valueOf(administrations));
            if (steps.toString().contains(" x ")) {
                steps.append(" = ")
                        .append(each.times(BigDecimal.valueOf(administrations)).words())
                        .append(" ")
                        .append(unit);
            }
            if (!capped.equals(each)) {
                steps.append(", capped at ").append(capped.words()).append(" ").append(unit);
            }
            return new Out(Quantity.of(all.low(), unit), Quantity.of(all.high(), unit), steps.toString());
        }

        private Figure capped(Figure each) {
            return rule.cap() == null ? each : each.atMost(Exact.number(rule.cap()));
        }

        private @Nullable By by() {
            var filled = filled(basis);
            return switch (rule.per()) {
                case KG -> {
                    var kg = basis.weight() == null
                            ? BigDecimal.ZERO
                            : basis.weight().kg();
                    yield new By(kg, "/kg x " + Exact.words(kg) + " kg");
                }
                case ML -> volume(filled, Unit.ML);
                case UL -> volume(filled, Unit.UL);
                case DROP -> pieces("drop", "drops");
                case UNIT -> pieces("unit", "units");
                case DOSE, MATCHED -> null;
            };
        }

        private By volume(@Nullable Fluid filled, Unit each) {
            var number = filled == null ? BigDecimal.ZERO : each.from(filled.number(), filled.unit());
            return new By(number, "/%1$s x %2$s %1$s".formatted(each, Exact.words(number)));
        }

        private By pieces(String one, String many) {
            var count = basis.count() == null ? BigDecimal.ZERO : basis.count();
            return new By(count, "/%s x %s %s".formatted(one, Exact.words(count), many));
        }
    }
}
