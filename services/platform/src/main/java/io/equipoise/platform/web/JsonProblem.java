package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON text, with the JSON pointer of the place and what would be right. */
public final class JsonProblem {
    private JsonProblem() {}

    public static Refusal of(JacksonException e) {
        var at = pointer(e);
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Refusal.invalid("FIELD_UNKNOWN", at + " is not a field here; the fields are " + known(unknown), at);
            case InvalidFormatException wrong ->
                Refusal.invalid("FIELD_MALFORMED", at + " must be " + kind(wrong.getTargetType()), at);
            case MismatchedInputException wrong
            when wrong.getCause() instanceof IllegalArgumentException why ->
                Refusal.invalid("FIELD_MALFORMED", at + ": " + why.getMessage(), at);
            case MismatchedInputException wrong ->
                Refusal.invalid("FIELD_MALFORMED", at + " must be " + kind(wrong.getTargetType()), at);
            default -> Refusal.invalid("JSON_MALFORMED", "the body is not well-formed JSON" + place(e), at);
        };
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "a date such as 2025-03-11";
            case "Instant" -> "an instant such as 2025-03-11T09:00:00Z";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal number, as text";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "text";
            case "List" -> "a list";
            default -> "an object of the documented form";
        };
    }
}
