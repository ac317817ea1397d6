package io.equipoise.imaging.domain;

import static io.equipoise.imaging.domain.Ward.ANNA;
import static io.equipoise.imaging.domain.Ward.BORIS;
import static io.equipoise.imaging.domain.Ward.DEIDENTIFIED;
import static io.equipoise.imaging.domain.Ward.HOW;
import static io.equipoise.imaging.domain.Ward.OTHER_HOW;
import static io.equipoise.imaging.domain.Ward.OTHER_SLICE;
import static io.equipoise.imaging.domain.Ward.PLANNED;
import static io.equipoise.imaging.domain.Ward.RECEIVED;
import static io.equipoise.imaging.domain.Ward.SCAN;
import static io.equipoise.imaging.domain.Ward.SLICE;
import static io.equipoise.imaging.domain.Ward.TODAY;
import static io.equipoise.imaging.domain.Ward.WEEK_24;
import static io.equipoise.imaging.domain.Ward.images;
import static io.equipoise.imaging.domain.Ward.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.ScanCommand.ReceiveScan;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivingSpec extends Specification<Scan, ScanCommand, ImagingEvent> {
    ReceivingSpec() {
        super(Scan.DECIDER);
    }

    @Test
    void a_scan_in_its_window_is_received_without_a_query() {
        given().when(sent(images("2025-08-26", Contrast.GIVEN, SLICE))).then(RECEIVED, DEIDENTIFIED);
    }

    @Test
    void the_first_and_the_last_day_of_the_window_are_inside() {
        for (var day : List.of("2025-08-12", "2025-09-09")) {
            var images = images(day, Contrast.GIVEN, SLICE);
            given().when(sent(images)).then(received(images, List.of()), DEIDENTIFIED);
        }
    }

    @Test
    void a_scan_outside_its_window_is_received_with_a_query_and_never_silently() {
        for (var day : List.of("2025-08-11", "2025-09-10")) {
            var images = images(day, Contrast.GIVEN, SLICE);
            given().when(sent(images)).then(received(images, List.of(Query.OUT_OF_WINDOW)), DEIDENTIFIED);
        }
    }

    @Test
    void a_baseline_scan_before_there_is_a_calendar_is_received_with_a_query() {
        var images = images("2025-08-26", Contrast.GIVEN, SLICE);
        var plan = new ScanPlan(true, true, null, null, "MR");
        given().when(new ReceiveScan(SCAN, ANNA, "BASELINE", images, HOW, plan, TODAY))
                .then(
                        new ScanReceived(SCAN, ANNA, "BASELINE", images, null, List.of(Query.WINDOW_NOT_KNOWN)),
                        new ScanDeidentified(SCAN, ANNA, "BASELINE", HOW));
    }

    @Test
    void half_a_window_is_no_window_unless_the_day_is_outside_the_known_end() {
        var images = images("2025-08-26", Contrast.GIVEN, SLICE);
        var open = new Window(null, LocalDate.parse("2025-09-09"));
        given().when(new ReceiveScan(
                        SCAN, ANNA, "WEEK_24", images, HOW, new ScanPlan(true, true, open, null, "MR"), TODAY))
                .then(
                        new ScanReceived(SCAN, ANNA, "WEEK_24", images, open, List.of(Query.WINDOW_NOT_KNOWN)),
                        DEIDENTIFIED);
        var late = images("2025-09-10", Contrast.GIVEN, SLICE);
        given().when(new ReceiveScan(
                        SCAN, ANNA, "WEEK_24", late, HOW, new ScanPlan(true, true, open, null, "MR"), TODAY))
                .then(new ScanReceived(SCAN, ANNA, "WEEK_24", late, open, List.of(Query.OUT_OF_WINDOW)), DEIDENTIFIED);
    }

    @Test
    void another_modality_than_the_protocols_raises_a_query_and_an_open_one_does_not() {
        var images = images("2025-08-26", Contrast.GIVEN, SLICE);
        given().when(sent(images, new ScanPlan(true, true, WEEK_24, null, "CT")))
                .then(received(images, List.of(Query.OTHER_MODALITY)), DEIDENTIFIED);
        given().when(sent(images, new ScanPlan(true, true, WEEK_24, null, null)))
                .then(received(images, List.of()), DEIDENTIFIED);
    }

    @Test
    void the_same_images_again_are_one_fact() {
        given(RECEIVED, DEIDENTIFIED)
                .when(sent(images("2025-08-26", Contrast.GIVEN, SLICE)))
                .then();
    }

    @Test
    void the_same_images_are_known_again_though_they_would_be_de_identified_otherwise_today() {
        given(RECEIVED, DEIDENTIFIED)
                .when(sent(images("2025-08-26", Contrast.GIVEN, OTHER_SLICE)))
                .then();
    }

    @Test
    void images_that_were_kept_before_any_were_de_identified_are_not_taken_a_second_time() {
        given(RECEIVED).when(sent(images("2025-08-26", Contrast.GIVEN, SLICE))).refused("SCAN_DIFFERS");
    }

    @Test
    void the_same_study_with_other_bytes_is_refused() {
        var images = images("2025-08-26", Contrast.GIVEN, OTHER_SLICE);
        var reason = given(RECEIVED, DEIDENTIFIED)
                .when(new ReceiveScan(SCAN, ANNA, "WEEK_24", images, OTHER_HOW, PLANNED, TODAY))
                .refused("SCAN_DIFFERS");
        assertThat(reason.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void the_same_study_for_another_person_or_time_point_is_refused() {
        var images = images("2025-08-26", Contrast.GIVEN, SLICE);
        given(RECEIVED)
                .when(new ReceiveScan(SCAN, BORIS, "WEEK_24", images, HOW, PLANNED, TODAY))
                .refused("SCAN_OF_ANOTHER");
        given(RECEIVED)
                .when(new ReceiveScan(SCAN, ANNA, "WEEK_48", images, HOW, PLANNED, TODAY))
                .refused("SCAN_OF_ANOTHER");
    }

    @Test
    void a_scan_of_somebody_unknown_is_refused() {
        var reason = given().when(sent(RECEIVED.images(), new ScanPlan(false, true, null, null, null)))
                .refused("SUBJECT_UNKNOWN");
        assertThat(reason.kind()).isEqualTo(Refusal.Kind.UNKNOWN);
    }

    @Test
    void a_scan_for_an_unknown_time_point_is_refused() {
        given().when(sent(RECEIVED.images(), new ScanPlan(true, false, null, null, null)))
                .refused("TIME_POINT_UNKNOWN");
    }

    @Test
    void a_scan_acquired_tomorrow_is_refused_and_today_is_not() {
        given().when(sent(images("2025-09-21", Contrast.GIVEN, SLICE))).refused("IN_THE_FUTURE");
        given().when(sent(images("2025-09-20", Contrast.GIVEN, SLICE))).accepted();
    }

    @Test
    void a_scan_acquired_after_the_withdrawal_is_refused() {
        given().when(sent(images("2025-09-02", Contrast.GIVEN, SLICE), withdrawn(ANNA)))
                .refused("IMAGING_STOPPED");
    }

    @Test
    void a_scan_acquired_while_the_consent_held_is_received_even_if_it_comes_later() {
        var images = images("2025-09-01", Contrast.GIVEN, SLICE);
        given().when(sent(images, withdrawn(ANNA))).then(received(images, List.of()), DEIDENTIFIED);
    }

    private static ScanPlan withdrawn(SubjectId subject) {
        var closed = new ScanPlan.Closed(LocalDate.parse("2025-09-01"), subject + " withdrew");
        return new ScanPlan(true, true, WEEK_24, closed, "MR");
    }

    private static ReceiveScan sent(ImageStudy images) {
        return sent(images, PLANNED);
    }

    private static ReceiveScan sent(ImageStudy images, ScanPlan plan) {
        return new ReceiveScan(SCAN, ANNA, "WEEK_24", images, HOW, plan, TODAY);
    }
}
