package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of a scan. Today is the civil day where it is asked. */
public sealed interface ScanCommand {

    LocalDate today();

    /** Take these images for this person and time point; what is known of both comes along. */
    record ReceiveScan(
            String scan,
            SubjectId subject,
            String timePoint,
            ImageStudy images,
            Deidentification how,
            ScanPlan plan,
            LocalDate today)
            implements ScanCommand {}

    /**
     * Say whether the images can be read.
     *
     * @param said keyed hashes of the words in the findings
     */
    record CheckQuality(boolean passed, List<String> findings, Set<String> said, LocalDate on, LocalDate today)
            implements ScanCommand {
        public CheckQuality {
            findings = List.copyOf(findings);
            said = Set.copyOf(said);
        }
    }

    /**
     * Say what was counted.
     *
     * @param said keyed hashes of the words in the comment
     */
    record ReadScan(
            LocalDate readOn,
            boolean evaluable,
            Contrast contrast,
            LesionCounts counts,
            @Nullable String comment,
            Set<String> said,
            LocalDate today)
            implements ScanCommand {
        public ReadScan {
            said = Set.copyOf(said);
        }
    }
}
