package io.equipoise.platform;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why something was not done, in words that the person who asked can act on.
 *
 * @param code permanent, UPPER_SNAKE_CASE, unique across services; it is the problem's code at the door (RFC 9457)
 * @param detail one sentence: what stands in the way, and what would be right
 * @param kind decides the HTTP status
 * @param pointers the fields or rules concerned, as JSON pointers or rule ids; may be empty
 */
public record Refusal(String code, String detail, Kind kind, List<String> pointers) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** CONFLICT: the state forbids it (409). INVALID: the content is wrong (422). UNKNOWN: no such thing (404). FORBIDDEN (403). */
    public enum Kind {
        CONFLICT,
        INVALID,
        UNKNOWN,
        FORBIDDEN
    }

    public Refusal {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a refusal needs a code such as OTHER_SITE, not \"" + code + "\"");
        }
        pointers = List.copyOf(pointers);
    }

    public static Refusal conflict(String code, String detail, String... pointers) {
        return new Refusal(code, detail, Kind.CONFLICT, List.of(pointers));
    }

    public static Refusal invalid(String code, String detail, String... pointers) {
        return new Refusal(code, detail, Kind.INVALID, List.of(pointers));
    }

    public static Refusal unknown(String code, String detail) {
        return new Refusal(code, detail, Kind.UNKNOWN, List.of());
    }

    public static Refusal forbidden(String code, String detail) {
        return new Refusal(code, detail, Kind.FORBIDDEN, List.of());
    }
}
