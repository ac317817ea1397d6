package io.equipoise.randomization.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one test of a lot gave: a number with its unit, or words such as "negative" (PR-11).
 *
 * @param passed as the laboratory judged it
 * @param why a test is done again
 */
public record TestResult(
        String test,
        @Nullable String number,
        @Nullable String unit,
        @Nullable String text,
        boolean passed,
        LocalDate on,
        @Nullable String why) {
    @Override
    public String toString() {
        return "TestResult[hidden]";
    }
}
