package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;

/**
 * Somebody writes down what a code break did to the trial.
 *
 * @param known whether the subject's code was broken at that instant
 * @param deviation by its name, as it was given
 */
public record AssessCodeBreak(
        SubjectId subject, Instant brokenAt, boolean known, String deviation, String impact, String assessedBy) {
    @Override
    public String toString() {
        return "AssessCodeBreak[" + subject + "]";
    }
}
