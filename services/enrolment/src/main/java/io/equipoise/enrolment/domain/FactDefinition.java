package io.equipoise.enrolment.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A fact that a study asks for, and which values it can have. A score is one of its legal steps, exactly. */
public record FactDefinition(
        String fact,
        String title,
        FactType type,
        List<String> codes,
        List<BigDecimal> steps,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    public FactDefinition {
        codes = List.copyOf(codes);
        steps = List.copyOf(steps);
    }

    /** Empty where the text is no possible value of this fact. */
    public Optional<FactValue> read(String text) {
        return switch (type) {
            case DATE -> date(text);
            case DATE_OR_NEVER -> text.equals(FactValue.NEVER) ? Optional.of(new FactValue.Never()) : date(text);
            case SCORE, NUMBER -> score(text);
            case CODE -> codes.contains(text) ? Optional.of(new FactValue.Code(text)) : Optional.empty();
            case YES_NO ->
                text.equals(FactValue.YES) || text.equals(FactValue.NO)
                        ? Optional.of(new FactValue.YesNo(text.equals(FactValue.YES)))
                        : Optional.empty();
        };
    }

    /** What would be right, for the person who typed something else. */
    public String legal() {
        return switch (type) {
            case DATE -> "a date such as 1980-05-17";
            case DATE_OR_NEVER -> "a date such as 2025-05-17, or NEVER where there was no such event";
            case SCORE, NUMBER -> steps.isEmpty() ? "a number" + range() : "one of " + spelt();
            case CODE -> "one of " + String.join(", ", codes);
            case YES_NO -> "YES or NO";
        };
    }

    private String spelt() {
        return String.join(", ", steps.stream().map(BigDecimal::toPlainString).toList());
    }

    private String range() {
        return (min == null ? "" : " from " + min.toPlainString()) + (max == null ? "" : " to " + max.toPlainString());
    }

    private static Optional<FactValue> date(String text) {
        try {
            return Optional.of(new FactValue.On(LocalDate.parse(text)));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private Optional<FactValue> score(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text);
        var inside = (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
        if (!inside) {
            return Optional.empty();
        }
        return steps.isEmpty()
                ? Optional.of(new FactValue.Score(number))
                : steps.stream()
                        .filter(step -> step.compareTo(number) == 0)
                        .findFirst()
                        .map(FactValue.Score::new);
    }
}
