package io.equipoise.operations;

import static io.equipoise.operations.Teller.with;

import java.time.LocalDate;
import java.util.List;

/** Three scans a person: one that failed its quality check, one that never came. */
record ImagingTale(Teller teller, LocalDate today) {

    void scans(int number, LocalDate day0) {
        scan(number, "BASELINE", day0.minusDays(5), true);
        if (number != 8) {
            scan(number, "WEEK_24", day0.plusDays(170), number != 11);
        } else {
            teller.tell(
                    "imaging",
                    "imaging",
                    "scan/missing-" + number,
                    "ScanMissing.v1",
                    with(number, "timePoint", "WEEK_24", "latest", day0.plusDays(182)));
        }
        scan(number, "WEEK_48", day0.plusDays(338), true);
    }

    private void scan(int number, String timePoint, LocalDate on, boolean passes) {
        if (on.isAfter(today) || (number == 9 && timePoint.equals("WEEK_48"))) {
            return;
        }
        var scan = "SC-%04d-%s".formatted(number, timePoint);
        teller.tell(
                "imaging",
                "imaging",
                "scan/" + scan,
                "ScanReceived.v1",
                with(
                        number,
                        "scan",
                        scan,
                        "timePoint",
                        timePoint,
                        "acquiredOn",
                        on,
                        "modality",
                        "MR",
                        "instances",
                        1,
                        "studyInstanceUid",
                        "2.25." + number));
        judged(number, timePoint, on, passes);
    }

    private void judged(int number, String timePoint, LocalDate on, boolean passes) {
        var scan = "SC-%04d-%s".formatted(number, timePoint);
        if (on.isBefore(today.minusDays(8))) {
            teller.tell(
                    "imaging",
                    "imaging",
                    "scan/" + scan,
                    "ScanQualityChecked.v1",
                    with(
                            number,
                            "scan",
                            scan,
                            "timePoint",
                            timePoint,
                            "passed",
                            passes,
                            "findings",
                            passes ? List.of() : List.of("motion")));
        }
        if (passes && on.isBefore(today.minusDays(20))) {
            teller.tell(
                    "imaging",
                    "imaging",
                    "scan/" + scan,
                    "ScanRead.v1",
                    with(number, "scan", scan, "timePoint", timePoint, "readOn", on.plusDays(6), "evaluable", true));
        }
    }
}
