package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a scan. Today is the civil day where it is asked. */
public sealed interface ScanCommand {

    LocalDate today();

    /** Take these images for this person and time point; what is known of both comes along. */
    record ReceiveScan(
            String scan, SubjectId subject, String timePoint, ImageStudy images, ScanPlan plan, LocalDate today)
            implements ScanCommand {}

    /** Say whether the images can be read. */
    record CheckQuality(boolean passed, List<String> findings, LocalDate on, LocalDate today) implements ScanCommand {
        public CheckQuality {
            findings = List.copyOf(findings);
        }
    }

    /** Say what was counted. */
    record ReadScan(
            LocalDate readOn,
            boolean evaluable,
            Contrast contrast,
            LesionCounts counts,
            @Nullable String comment,
            LocalDate today)
            implements ScanCommand {}
}
