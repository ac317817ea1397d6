package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Bodies as forms send them (application/x-www-form-urlencoded). */
final class Forms {
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST = 200;

    private Forms() {}

    /** @throws Problem 400 where it is none */
    static Map<String, String> read(HttpServletRequest request) throws IOException {
        var text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new LinkedHashMap<String, String>();
        for (var pair : text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (value.length() > LONGEST || fields.size() == MOST_FIELDS) {
                throw Problem.badRequest("TEXT_TOO_LONG", "a field has at most " + LONGEST + " characters", name);
            }
            if (fields.putIfAbsent(name, value) != null) {
                throw Problem.badRequest("PARAMETER_REPEATED", name + " is there twice", name);
            }
        }
        return fields;
    }

    /** @throws Problem 400 where it is missing or empty */
    static String needed(Map<String, String> form, String name) {
        var value = form.getOrDefault(name, "");
        if (value.isBlank()) {
            throw Problem.badRequest("PARAMETER_MISSING", name + " is missing", name);
        }
        return value;
    }

    /** question1, question2 and so on, as far as they go. */
    static List<String> answers(Map<String, String> form) {
        return IntStream.rangeClosed(1, MOST_FIELDS)
                .mapToObj(number -> "question" + number)
                .takeWhile(form::containsKey)
                .map(form::get)
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "FORM_MALFORMED", "the body is not a form (application/x-www-form-urlencoded)", "");
        }
    }
}
