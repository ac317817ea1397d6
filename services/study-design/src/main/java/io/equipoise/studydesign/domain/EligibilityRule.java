package io.equipoise.studydesign.domain;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule of the eligibility list, as far as study-design reads it: which facts it asks for, and how. */
record EligibilityRule(String rule, String when, boolean ownBoundary, boolean slot) {
    private static final Pattern FACT = Pattern.compile("\\bfact\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern CEL_TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");

    static List<EligibilityRule> of(Definition study) {
        return study.list("/eligibility/rules").stream()
                .map(item -> new EligibilityRule(
                        String.valueOf(item.get("rule")),
                        item.get("when") instanceof String when ? when : "",
                        item.containsKey("boundary"),
                        item.containsKey("slot")))
                .toList();
    }

    boolean asks(String function) {
        return when.contains(function);
    }

    Set<String> facts() {
        return FACT.matcher(CEL_TEXT.matcher(when).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
