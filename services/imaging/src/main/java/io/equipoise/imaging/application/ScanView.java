package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scan as the trial's people see it: everything but what was counted. */
public record ScanView(
        String scan,
        SubjectId subject,
        String timePoint,
        Images images,
        Instant receivedAt,
        List<Query> queries,
        @Nullable Quality quality,
        @Nullable Read read) {

    /** What the headers said. */
    public record Images(
            String studyInstanceUid,
            LocalDate acquiredOn,
            String modality,
            @Nullable String bodyPart,
            Contrast contrast,
            int instances) {}

    /** What the quality check found. */
    public record Quality(boolean passed, List<String> findings, LocalDate on) {}

    /** That it was read, and whether it could be; no counts. */
    public record Read(LocalDate readOn, boolean evaluable, List<Query> queries) {}

    public ScanView {
        queries = List.copyOf(queries);
    }
}
