package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Infusion.Weight;
import io.equipoise.dosing.domain.Protocol.WeightRule;
import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the weight told is one that a dose of that day may be reckoned from. */
record Weighing(@Nullable WeightRule rule, @Nullable Weight told, LocalDate day) {
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(700);

    Optional<Refusal> refusal(boolean perKilogram) {
        if (told == null) {
            return perKilogram || (rule != null && rule.required())
                    ? Optional.of(Refusal.invalid(
                            "WEIGHT_MISSING", "say the weight in kilograms and the day of the weighing", "/weight"))
                    : Optional.empty();
        }
        var kg = Exact.parse(told.kg());
        if (kg.isEmpty() || kg.get().signum() == 0 || kg.get().compareTo(HEAVIEST) > 0) {
            return Optional.of(Refusal.invalid(
                    "WEIGHT_MALFORMED",
                    "a weight is a plain decimal of kilograms in quotes, such as \"1.1\"",
                    "/weight/kg"));
        }
        return perKilogram && rule == null
                ? Optional.of(Refusal.conflict(
                        "WEIGHT_RULE_NOT_STATED",
                        "the study definition leaves open how old a weight may be",
                        "/dosing/weight"))
                : fresh();
    }

    private Optional<Refusal> fresh() {
        var weighed = Objects.requireNonNull(told).weighedOn();
        if (weighed.isAfter(day)) {
            return Optional.of(Refusal.invalid(
                    "WEIGHT_STALE",
                    "weighed on %s, after the dose of %s".formatted(weighed, day),
                    "/weight/weighedOn"));
        }
        return rule != null && weighed.plus(rule.notOlderThan()).isBefore(day)
                ? Optional.of(Refusal.conflict(
                        "WEIGHT_STALE",
                        "weighed on %s: for a dose on %s the weight may be %s old, not older"
                                .formatted(weighed, day, Reckoning.words(rule.notOlderThan())),
                        "/weight/weighedOn"))
                : Optional.empty();
    }
}
