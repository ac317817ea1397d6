package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one scan. */
public sealed interface ScanEvent extends ImagingEvent {

    String scan();

    String timePoint();

    /**
     * Images came from a site. Of the person in their headers nothing is kept here.
     *
     * @param window in which the calendar wanted the scan, as far as it was known then
     */
    record ScanReceived(
            String scan,
            SubjectId subject,
            String timePoint,
            ImageStudy images,
            @Nullable Window window,
            List<Query> queries)
            implements ScanEvent {
        public ScanReceived {
            queries = List.copyOf(queries);
        }
    }

    /** Who the images are of was taken from them before they were kept. */
    record ScanDeidentified(String scan, SubjectId subject, String timePoint, Deidentification how)
            implements ScanEvent {}

    /** Somebody looked whether the images can be read at all. */
    record ScanQualityChecked(
            String scan, SubjectId subject, String timePoint, boolean passed, List<String> findings, LocalDate on)
            implements ScanEvent {
        public ScanQualityChecked {
            findings = List.copyOf(findings);
        }
    }

    /** A reader counted, without knowing whose brain it is. The counts never leave this service. */
    record ScanRead(
            String scan,
            SubjectId subject,
            String timePoint,
            LocalDate readOn,
            boolean evaluable,
            Contrast contrast,
            LesionCounts counts,
            @Nullable String comment,
            List<Query> queries)
            implements ScanEvent {
        public ScanRead {
            queries = List.copyOf(queries);
        }
    }
}
