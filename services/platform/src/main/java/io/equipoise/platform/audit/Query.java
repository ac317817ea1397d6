package io.equipoise.platform.audit;

import io.equipoise.platform.web.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What was asked of a door that answers page by page; what is unknown, said twice, malformed or out of range is refused. */
final class Query {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final MultiValueMap<String, String> given;

    private Query(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** @throws Problem 400 that names the first parameter which this door does not have, or has once only */
    static Query of(MultiValueMap<String, String> given, String... known) {
        var names = Set.of(known);
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Problem.badRequest(
                        "PARAMETER_UNKNOWN",
                        name + " is not asked for here; known are " + String.join(", ", known),
                        name);
            }
            if (values.size() != 1) {
                throw Problem.badRequest("PARAMETER_REPEATED", name + " is given more than once", name);
            }
        });
        return new Query(given);
    }

    Optional<String> text(String name, Pattern form) {
        var value = Optional.ofNullable(given.getFirst(name));
        value.filter(text -> !form.matcher(text).matches()).ifPresent(text -> {
            throw Problem.badRequest("PARAMETER_MALFORMED", name + " does not look like one", name);
        });
        return value;
    }

    long number(String name, long otherwise, long least, long most) {
        var text = given.getFirst(name);
        if (text == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.badRequest("PARAMETER_MALFORMED", name + " is not a whole number", name);
        }
        var number = Long.parseLong(text);
        if (number < least || number > most) {
            throw Problem.badRequest("PARAMETER_OUT_OF_RANGE", name + " must be " + least + " to " + most, name);
        }
        return number;
    }
}
