package io.equipoise.imaging.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows, from others, of a person and a time point.
 *
 * @param subjectKnown whether the person was registered
 * @param timePointKnown whether the study definition or the person's calendar has this time point
 * @param window null where no calendar is known yet
 * @param closed null while the person is in the study
 * @param modality that the protocol names; null where it is open
 */
public record ScanPlan(
        boolean subjectKnown,
        boolean timePointKnown,
        @Nullable Window window,
        @Nullable Closed closed,
        @Nullable String modality) {

    /** From this day on no image may be taken for the study. */
    public record Closed(LocalDate on, String because) {}
}
