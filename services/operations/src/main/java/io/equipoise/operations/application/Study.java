package io.equipoise.operations.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study as its definition and its lifecycle were told; what nobody stated stays absent. */
public record Study(
        String study,
        String title,
        int version,
        @Nullable String status,
        @Nullable String statusReason,
        @Nullable LocalDate activatedOn,
        @Nullable Integer target,
        List<Stance> stances,
        List<String> gaps,
        List<Rule> rules) {

    public Study {
        stances = List.copyOf(stances);
        gaps = List.copyOf(gaps);
        rules = List.copyOf(rules);
    }

    /** A value that the source does not print: assumed by somebody, or one reading of several. */
    public record Stance(
            String path,
            String basis,
            String value,
            @Nullable String by,
            @Nullable String on,
            @Nullable String why) {
        public boolean assumed() {
            return basis.equals("assumed");
        }

        public String label() {
            return assumed() ? "ASSUMPTION" : "READING";
        }
    }

    /** An eligibility rule, to be named where it excluded somebody. */
    public record Rule(String rule, String text) {}

    /** The rule's printed text, or its id where the definition does not know it. */
    public String ruleText(String rule) {
        return rules.stream()
                .filter(each -> each.rule().equals(rule))
                .map(Rule::text)
                .findFirst()
                .orElse(rule);
    }

    public boolean recruiting() {
        return "RECRUITING".equals(status);
    }
}
