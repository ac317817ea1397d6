package io.equipoise.studydesign.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a definition, with where it comes from. Unknown is a value: it is kept, never filled in. */
public record OpenValue(String path, Map<String, Object> fields) {
    public static final String BASIS = "basis";

    public static final String UNKNOWN = "unknown";
    public static final String ASSUMED = "assumed";

    public String basis() {
        return String.valueOf(fields.get(BASIS));
    }

    public boolean unknown() {
        return UNKNOWN.equals(basis());
    }

    public boolean assumed() {
        return ASSUMED.equals(basis());
    }

    public @Nullable Object value() {
        return fields.get("value");
    }

    /** The source's own words, a person, a day or a reason; null where the definition has none. */
    public @Nullable String note(String field) {
        return fields.get(field) instanceof String text ? text : null;
    }
}
