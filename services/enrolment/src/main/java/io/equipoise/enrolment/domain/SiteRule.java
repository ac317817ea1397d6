package io.equipoise.enrolment.domain;

import org.jspecify.annotations.Nullable;

/**
 * An eligibility rule that holds at one site only.
 *
 * @param when an expression over the definition's facts, as a rule of the study's has
 * @param replaces the study's criterion in whose place it stands; null where it is asked beside them
 */
public record SiteRule(
        String rule,
        String kind,
        String text,
        String when,
        @Nullable String replaces) {

    Rule asRule() {
        return new Rule(rule, kind, text, when);
    }
}
