package io.equipoise.dosing.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a person, with or without a dose; visits are kept apart from doses.
 *
 * @param earliest null where no window is stated
 */
public record VisitLine(
        String visit,
        String title,
        int day,
        LocalDate planned,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        List<String> assessments,
        boolean cancelled) {
    public VisitLine {
        assessments = List.copyOf(assessments);
    }
}
