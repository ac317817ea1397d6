package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.AmountRule.Per;
import io.equipoise.dosing.domain.quantity.Basis;
import io.equipoise.dosing.domain.quantity.Dose;
import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.dosing.domain.quantity.Fluid;
import io.equipoise.dosing.domain.quantity.Kind;
import io.equipoise.dosing.domain.quantity.LotStrength;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.dosing.domain.quantity.Quantity;
import io.equipoise.dosing.domain.quantity.Unit;
import io.equipoise.dosing.domain.quantity.Worked;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the amount of one dose comes to, from what the protocol states and what the site says on the day. */
record Dosage(Drawn drawn, PlannedDose dose, Infusion infusion, LocalDate day) {

    /** Either why it cannot be given so, or the amount with its arithmetic. */
    record Answer(
            @Nullable Refusal why,
            @Nullable Measured amount,
            @Nullable String arithmetic,
            Set<Deviation> deviations) {
        static Answer no(Refusal why) {
            return new Answer(why, null, null, Set.of());
        }
    }

    private Course course() {
        return drawn.course(dose.course());
    }

    /** The dilution, and the step by which the dose was reduced; of a strength in a volume the volume is reduced. */
    private @Nullable BigDecimal factor(AmountRule rule) {
        var dilution = Optional.ofNullable(course().factor()).map(Exact::number);
        var step = Optional.ofNullable(said().reduced())
                .filter(_ -> !rule.per().isOfVolume())
                .flatMap(reduced -> Exact.parse(reduced.to()));
        return dilution.isPresent() && step.isPresent()
                ? dilution.get().multiply(step.get())
                : dilution.or(() -> step).orElse(null);
    }

    private Infusion.Details said() {
        return infusion.details();
    }

    Answer answer() {
        var rule = course().amount();
        if (rule == null) {
            return Answer.no(Refusal.conflict(
                    "AMOUNT_NOT_STATED", "the study definition does not state the amount of this dose", "/amount"));
        }
        var malformed =
                malformed().or(() -> new Weighing(drawn.weight(), said().weight(), day).refusal(rule.per() == Per.KG));
        if (malformed.isPresent()) {
            return Answer.no(malformed.get());
        }
        var basis = basis(rule);
        if (rule.range() != null && basis.pick() == null) {
            return Answer.no(Refusal.invalid(
                    "PICK_MISSING",
                    "the protocol states %s to %s %s: say what was chosen"
                            .formatted(rule.range().low(), rule.range().high(), rule.unit()),
                    "/pick"));
        }
        return switch (new Dose(rule, dose.ordinal(), stated(), factor(rule)).one(basis)) {
            case Worked.Open(var why) -> Answer.no(why);
            case Worked.Matched() -> new Answer(null, null, null, Set.of());
            case Worked.Out(var low, var _, var arithmetic) -> held(low, arithmetic, basis.strengths());
        };
    }

    /** A volume or a unit of a product says little: its lot says what is in it, unless blinded kits forbid that. */
    private Answer held(Quantity<?> amount, String arithmetic, List<Basis.Strength> strengths) {
        var kind = amount.unit().kind();
        if (drawn.kits() || (kind != Kind.VOLUME && kind != Kind.PRODUCT_UNITS)) {
            return compared(amount, arithmetic);
        }
        if (strengths.isEmpty()) {
            return Answer.no(Refusal.invalid(
                    "STRENGTH_MISSING",
                    "%s of a product: say what its lot holds".formatted(amount.inWords()),
                    "/strength"));
        }
        var words = new ArrayList<String>();
        Quantity<?> first = amount;
        for (var strength : strengths) {
            switch (LotStrength.holds(amount, strength)) {
                case Worked.Out(var held, var _, var how) -> {
                    first = words.isEmpty() ? held : first;
                    words.add(how);
                }
                case Worked.Open(var why) -> {
                    return Answer.no(why);
                }
                case Worked.Matched() -> throw new IllegalStateException("a lot matches nothing");
            }
        }
        return new Answer(null, Measured.of(first), String.join("; ", words), Set.of());
    }

    /** Less than the amount is recorded as a deviation; more, or another kind, is refused. */
    private Answer compared(Quantity<?> amount, String arithmetic) {
        var told = Optional.ofNullable(said().amount()).flatMap(Measured::quantity);
        if (told.isEmpty() || pieces(told.get())) {
            return new Answer(null, Measured.of(amount), arithmetic, Set.of());
        }
        int order = compare(told.get(), amount);
        if (told.get().unit().kind() != amount.unit().kind()
                || told.get().number().signum() == 0
                || order > 0) {
            return Answer.no(Refusal.invalid(
                    "AMOUNT_DIFFERS",
                    "%s is not %s, nor a part of it".formatted(told.get().inWords(), arithmetic),
                    "/amount"));
        }
        return order == 0
                ? new Answer(null, Measured.of(amount), arithmetic, Set.of())
                : new Answer(null, said().amount(), arithmetic, Set.of(Deviation.INCOMPLETE_AMOUNT));
    }

    private static int compare(Quantity<?> told, Quantity<?> amount) {
        return told.unit().kind() == amount.unit().kind()
                ? amount.in(told.unit()).compareTo(told.number()) * -1
                : 1;
    }

    private static boolean pieces(Quantity<?> told) {
        return told.unit().kind() == Kind.DROPS || told.unit().kind() == Kind.PRODUCT_UNITS;
    }

    private Basis basis(AmountRule rule) {
        var strengths = said().strength().stream()
                .flatMap(strength -> new Measured(strength.number(), strength.unit())
                        .quantity().map(held -> new Basis.Strength(held, strength.per())).stream())
                .toList();
        var pick = said().pick() == null ? byLot(rule, strengths) : Exact.number(said().pick());
        var weight = said().weight();
        return new Basis(
                pick,
                weight == null ? null : new Basis.Weight(Exact.number(weight.kg()), weight.weighedOn()),
                fluid(infusion.volume()),
                count(),
                strengths);
    }

    /** A range per unit of the product is not chosen from: the lot says where in it this unit lies. */
    private static @Nullable BigDecimal byLot(AmountRule rule, List<Basis.Strength> strengths) {
        if (rule.per() != Per.UNIT || rule.range() == null) {
            return null;
        }
        var unit = Optional.ofNullable(rule.unit()).flatMap(Unit::spelled);
        return strengths.stream()
                .filter(strength -> strength.per() == Per.UNIT)
                .map(Basis.Strength::quantity)
                .filter(held ->
                        unit.isPresent() && held.unit().kind() == unit.get().kind())
                .map(held -> held.in(unit.orElseThrow()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable BigDecimal count() {
        return Optional.ofNullable(said().amount())
                .flatMap(Measured::quantity)
                .filter(Dosage::pieces)
                .map(Quantity::number)
                .orElse(null);
    }

    private @Nullable Fluid stated() {
        return fluid(course().volume());
    }

    private static @Nullable Fluid fluid(@Nullable Volume volume) {
        return Optional.ofNullable(volume)
                .flatMap(told -> new Measured(told.number(), told.unit()).quantity())
                .filter(Fluid.class::isInstance)
                .map(Fluid.class::cast)
                .orElse(null);
    }

    private Optional<Refusal> malformed() {
        if (said().pick() != null && Exact.parse(said().pick()).isEmpty()) {
            return Optional.of(decimal("/pick"));
        }
        if (said().amount() != null && said().amount().quantity().isEmpty()) {
            return Optional.of(decimal("/amount"));
        }
        return said().strength().stream()
                .filter(strength -> new Measured(strength.number(), strength.unit())
                                .quantity()
                                .isEmpty()
                        || (!strength.per().isOfVolume() && strength.per() != Per.UNIT))
                .findFirst()
                .map(none -> decimal("/strength"));
    }

    private static Refusal decimal(String pointer) {
        return Refusal.invalid(
                "AMOUNT_MALFORMED",
                "an amount is a plain decimal in quotes beside a unit that is known here, such as \"1.2e13\" particles",
                pointer);
    }
}
