package io.equipoise.operations.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A scan that arrived, how its quality was judged, and whether it has been read. */
public record Scan(
        String scan,
        String subject,
        String site,
        String timePoint,
        @Nullable LocalDate acquiredOn,
        @Nullable Boolean passed,
        @Nullable LocalDate readOn) {

    public String state() {
        if (readOn != null) {
            return "READ";
        }
        if (passed == null) {
            return "RECEIVED";
        }
        return passed ? "QUALITY PASSED" : "QUALITY FAILED";
    }

    /** Whether it counts as the scan of its time point. */
    public boolean usable() {
        return !Boolean.FALSE.equals(passed);
    }
}
