package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured of a person on a day.
 *
 * @param item of the assessment, such as one symptom; null for the whole
 * @param sample that it was measured in
 */
public record Measurement(
        String assessment,
        @Nullable String item,
        Occasion occasion,
        LocalDate on,
        Reading reading,
        @Nullable String sample,
        String source) {

    boolean isOf(String name, @Nullable String part) {
        return assessment.equals(name) && Objects.equals(item, part);
    }

    /** Whether both say the same place in the record: one baseline, and one value a day after it. */
    boolean standsWhere(Measurement other) {
        return isOf(other.assessment, other.item)
                && occasion == other.occasion
                && (occasion == Occasion.BASELINE || on.equals(other.on));
    }
}
