package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.domain.OpenValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of the protocol with where it comes from.
 *
 * @param flag the look of its basis
 * @param source the source's own words
 * @param reader who read or assumed it, when and why
 */
public record Value(
        String label,
        String path,
        String words,
        String basis,
        String flag,
        @Nullable String source,
        @Nullable String reader) {

    static Value of(String label, OpenValue value) {
        var basis = value.basis();
        return new Value(
                label,
                value.path(),
                value.unknown() ? "" : Words.of(value.value()),
                basis.equals("assumed") ? "ASSUMPTION" : basis.toUpperCase(Locale.ROOT),
                switch (basis) {
                    case "assumed" -> "assumption";
                    case "read" -> "reading";
                    case "unknown" -> "open";
                    default -> "stated";
                },
                source(value),
                reader(value));
    }

    /** Said once is enough: a source that prints the value itself is not quoted. */
    private static @Nullable String source(OpenValue value) {
        var text = value.note("text");
        return text != null && text.equalsIgnoreCase(Words.of(value.value())) ? null : text;
    }

    private static @Nullable String reader(OpenValue value) {
        var asOf = value.note("asOf");
        var held = asOf == null ? "" : "as of " + asOf;
        var by = value.note("by");
        if (by == null) {
            return held.isEmpty() ? null : held;
        }
        return (value.assumed() ? "assumed by " : "read by ") + by + ", " + value.note("on") + ": " + value.note("why")
                + (held.isEmpty() ? "" : "; " + held);
    }

    public boolean unknown() {
        return flag.equals("open");
    }
}
