package io.equipoise.ehr.adapter.fhir;

import io.equipoise.ehr.application.AskedFacts.Asked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final int WHOLE_DAY = "2025-03-11".length();

    /** @param unit the only one in which a quantity counts; null for a number without one */
    Optional<String> of(@Nullable Type value, Asked asked, @Nullable String unit) {
        return switch (asked.type()) {
            case "DATE" -> date(value);
            case "DATE_OR_NEVER" -> date(value).or(() -> code(value).filter("NEVER"::equals));
            case "YES_NO" -> yesOrNo(value);
            case "CODE" -> code(value).filter(asked.codes()::contains);
            case "SCORE", "NUMBER" -> number(value, unit).or(() -> code(value).filter(DECIMAL.asMatchPredicate()));
            default -> Optional.empty();
        };
    }

    /** A date, or a code of ours that names one. */
    private Optional<String> date(@Nullable Type value) {
        return day(value).map(LocalDate::toString).or(() -> code(value).filter(Values::isDay));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** The civil day as the record wrote it; empty where it says less than a day. */
    static Optional<LocalDate> day(@Nullable Type value) {
        return value instanceof BaseDateTimeType date
                        && date.hasValue()
                        && date.getValueAsString().length() >= WHOLE_DAY
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

    private static Optional<String> number(@Nullable Type value, @Nullable String unit) {
        return switch (value) {
            case IntegerType whole
            when whole.hasValue() && unit == null ->
                Optional.of(whole.getValue().toString());
            case Quantity quantity
            when isExact(quantity) && (unit == null ? isPlain(quantity) : isIn(unit, quantity)) ->
                Optional.of(text(quantity.getValue()));
            case null, default -> Optional.empty();
        };
    }

    /** Not "less than". */
    private static boolean isExact(Quantity quantity) {
        return quantity.hasValue() && !quantity.hasComparator();
    }

    /** Nothing is converted. */
    private static boolean isIn(String unit, Quantity quantity) {
        return UCUM.equals(quantity.getSystem()) && unit.equals(quantity.getCode());
    }

    private static boolean isPlain(Quantity quantity) {
        var unit = quantity.hasCode() ? quantity.getCode() : quantity.hasUnit() ? quantity.getUnit() : "";
        return PLAIN.contains(unit);
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
