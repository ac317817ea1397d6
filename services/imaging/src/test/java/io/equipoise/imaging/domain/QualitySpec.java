package io.equipoise.imaging.domain;

import static io.equipoise.imaging.domain.Ward.FAILED;
import static io.equipoise.imaging.domain.Ward.PASSED;
import static io.equipoise.imaging.domain.Ward.RECEIVED;
import static io.equipoise.imaging.domain.Ward.TODAY;

import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualitySpec extends Specification<Scan, ScanCommand, ImagingEvent> {
    QualitySpec() {
        super(Scan.DECIDER);
    }

    @Test
    void a_good_scan_passes() {
        given(RECEIVED).when(check(true, List.of(), "2025-08-27")).then(PASSED);
    }

    @Test
    void a_bad_scan_fails_with_what_was_found() {
        given(RECEIVED)
                .when(check(false, List.of("moved during FLAIR"), "2025-08-27"))
                .then(FAILED);
    }

    @Test
    void a_scan_that_fails_without_a_finding_is_refused() {
        given(RECEIVED).when(check(false, List.of(), "2025-08-27")).refused("FINDINGS_MISSING");
    }

    @Test
    void an_empty_or_endless_finding_is_refused() {
        given(RECEIVED).when(check(false, List.of(" "), "2025-08-27")).refused("FINDING_MALFORMED");
        given(RECEIVED)
                .when(check(false, List.of("x".repeat(501)), "2025-08-27"))
                .refused("FINDING_MALFORMED");
    }

    @Test
    void a_scan_that_never_came_cannot_be_checked() {
        given().when(check(true, List.of(), "2025-08-27")).refused("SCAN_UNKNOWN");
    }

    @Test
    void a_second_check_is_refused() {
        given(RECEIVED, PASSED)
                .when(check(false, List.of("moved during FLAIR"), "2025-08-28"))
                .refused("QUALITY_CHECKED_ALREADY");
    }

    @Test
    void a_check_tomorrow_or_before_the_scan_was_taken_is_refused() {
        given(RECEIVED).when(check(true, List.of(), "2025-09-21")).refused("IN_THE_FUTURE");
        given(RECEIVED).when(check(true, List.of(), "2025-08-25")).refused("TOO_EARLY");
        given(RECEIVED).when(check(true, List.of(), "2025-08-26")).accepted();
    }

    private static CheckQuality check(boolean passed, List<String> findings, String on) {
        return new CheckQuality(passed, findings, Set.of(), LocalDate.parse(on), TODAY);
    }
}
