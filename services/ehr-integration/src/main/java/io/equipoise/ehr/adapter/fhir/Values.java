package io.equipoise.ehr.adapter.fhir;

import io.equipoise.ehr.application.AskedFacts.Asked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Turns FHIR's values into the form that a study asks for. What does not fit is not bent: it is left out. */
record Values(Mapping mapping) {
    private static final Set<String> PLAIN = Set.of("", "1", "{score}");
    private static final int WHOLE_DAY = "2025-03-11".length();

    Optional<String> of(@Nullable Type value, Asked asked) {
        return switch (asked.type()) {
            case "DATE" -> day(value).map(LocalDate::toString);
            case "DATE_OR_NEVER" -> day(value).map(LocalDate::toString).or(() -> code(value).filter("NEVER"::equals));
            case "YES_NO" -> yesOrNo(value);
            case "CODE" -> code(value).filter(asked.codes()::contains);
            case "SCORE", "NUMBER" -> number(value);
            default -> Optional.empty();
        };
    }

    /** The civil day as the record wrote it; empty where it says less than a day. */
    static Optional<LocalDate> day(@Nullable Type value) {
        return value instanceof BaseDateTimeType date && date.hasValue() && date.getValueAsString().length() >= WHOLE_DAY
                ? Optional.of(LocalDate.parse(date.getValueAsString().substring(0, WHOLE_DAY)))
                : Optional.empty();
    }

    private Optional<String> yesOrNo(@Nullable Type value) {
        return value instanceof BooleanType truth && truth.hasValue()
                ? Optional.of(truth.booleanValue() ? "YES" : "NO")
                : code(value).filter(Set.of("YES", "NO")::contains);
    }

    private Optional<String> code(@Nullable Type value) {
        return value instanceof CodeableConcept concept ? mapping.value(concept) : Optional.empty();
    }

    private static Optional<String> number(@Nullable Type value) {
        return switch (value) {
            case IntegerType whole when whole.hasValue() -> Optional.of(whole.getValue().toString());
            case Quantity quantity when isPlain(quantity) -> Optional.of(text(quantity.getValue()));
            case null, default -> Optional.empty();
        };
    }

    /** Neither "less than", nor in a unit that would have to be converted. */
    private static boolean isPlain(Quantity quantity) {
        var unit = quantity.hasCode() ? quantity.getCode() : quantity.hasUnit() ? quantity.getUnit() : "";
        return quantity.hasValue() && !quantity.hasComparator() && PLAIN.contains(unit);
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
