package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.ImageStudy.Instance;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import java.time.LocalDate;
import java.util.List;

/** People and scans that the sentences speak of. */
final class Ward {
    static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    static final SubjectId BORIS = new SubjectId("NCT07146087", "01", 2);
    static final String SCAN = "SC-2H8D6W3N";
    static final LocalDate TODAY = LocalDate.parse("2025-09-20");
    static final Window WEEK_24 = new Window(LocalDate.parse("2025-08-12"), LocalDate.parse("2025-09-09"));
    static final ScanPlan PLANNED = new ScanPlan(true, true, WEEK_24, null, "MR");
    static final Instance SLICE = new Instance("1.2.840.10008.5.1.4.1.1.4", "2.25.1.1.1", "ab".repeat(32), 9830);
    static final Instance OTHER_SLICE = new Instance("1.2.840.10008.5.1.4.1.1.4", "2.25.1.1.1", "cd".repeat(32), 9830);
    static final ScanReceived RECEIVED = received(images("2025-08-26", Contrast.GIVEN, SLICE), List.of());
    static final Deidentification HOW =
            new Deidentification("the profile", List.of("113100"), List.of("0a"), List.of("hash of nobody"));
    static final Deidentification OTHER_HOW =
            new Deidentification("the profile", List.of("113100"), List.of("0b"), List.of("hash of nobody"));
    static final ScanDeidentified DEIDENTIFIED = new ScanDeidentified(SCAN, ANNA, "WEEK_24", HOW);
    static final ScanQualityChecked PASSED =
            new ScanQualityChecked(SCAN, ANNA, "WEEK_24", true, List.of(), LocalDate.parse("2025-08-27"));
    static final ScanQualityChecked FAILED = new ScanQualityChecked(
            SCAN, ANNA, "WEEK_24", false, List.of("moved during FLAIR"), LocalDate.parse("2025-08-27"));

    private Ward() {}

    static ImageStudy images(String acquiredOn, Contrast contrast, Instance... instances) {
        return new ImageStudy("2.25.1", LocalDate.parse(acquiredOn), "MR", "BRAIN", contrast, List.of(instances));
    }

    static ScanReceived received(ImageStudy images, List<Query> queries) {
        return new ScanReceived(SCAN, ANNA, "WEEK_24", images, WEEK_24, queries);
    }
}
