package io.equipoise.enrolment.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An eligibility rule of a study definition.
 *
 * @param when an expression; where it holds the person may take part as far as this rule goes
 * @param boundary of this rule's own windows; null for the study's
 * @param open why nobody can answer the rule yet; null where it can be asked
 */
public record Rule(
        String rule,
        String kind,
        String text,
        String when,
        @Nullable WashoutBoundary boundary,
        @Nullable String open) {
    private static final Pattern FACT = Pattern.compile("\\bfact\\.([A-Za-z][A-Za-z0-9_]*)");

    public Rule(String rule, String kind, String text, String when) {
        this(rule, kind, text, when, null, null);
    }

    /** A rule that is known by name only, or that a person must settle first: nobody meets it and nobody fails it. */
    public static Rule open(String rule, String kind, String text, String why) {
        return new Rule(rule, kind, text, "", null, why);
    }

    /** The facts that its expression names. */
    public List<String> facts() {
        return FACT.matcher(when)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
