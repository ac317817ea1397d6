package io.equipoise.imaging.domain;

import static io.equipoise.imaging.domain.Ward.ANNA;
import static io.equipoise.imaging.domain.Ward.FAILED;
import static io.equipoise.imaging.domain.Ward.PASSED;
import static io.equipoise.imaging.domain.Ward.RECEIVED;
import static io.equipoise.imaging.domain.Ward.SCAN;
import static io.equipoise.imaging.domain.Ward.SLICE;
import static io.equipoise.imaging.domain.Ward.TODAY;
import static io.equipoise.imaging.domain.Ward.images;
import static io.equipoise.imaging.domain.Ward.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountingSpec extends Specification<Scan, ScanCommand, ImagingEvent> {
    private static final LesionCounts TWO_ENHANCING = new LesionCounts(2, 3, 1, 27);
    private static final LesionCounts NONE_ENHANCING = new LesionCounts(0, 3, 1, 27);
    private static final LesionCounts NOT_ASSESSABLE = new LesionCounts(null, 3, 1, 27);
    private static final LesionCounts NOTHING = new LesionCounts(null, null, null, null);
    private static final LocalDate READ_ON = LocalDate.parse("2025-08-29");

    CountingSpec() {
        super(Scan.DECIDER);
    }

    @Test
    void a_reader_counts_what_is_seen() {
        given(RECEIVED, PASSED).when(read(Contrast.GIVEN, TWO_ENHANCING)).then(counted(Contrast.GIVEN, TWO_ENHANCING));
    }

    @Test
    void with_contrast_absent_is_a_count_of_zero() {
        given(RECEIVED, PASSED)
                .when(read(Contrast.GIVEN, NONE_ENHANCING))
                .then(counted(Contrast.GIVEN, NONE_ENHANCING));
    }

    @Test
    void without_contrast_absent_is_refused_as_any_count_is() {
        var images = received(images("2025-08-26", Contrast.NOT_GIVEN, SLICE), List.of());
        for (var counts : List.of(NONE_ENHANCING, TWO_ENHANCING)) {
            var reason =
                    given(images, PASSED).when(read(Contrast.NOT_GIVEN, counts)).refused("CONTRAST_NOT_GIVEN");
            assertThat(reason.pointers()).containsExactly("/gadoliniumEnhancing");
        }
    }

    @Test
    void without_contrast_not_assessable_is_right() {
        var images = received(images("2025-08-26", Contrast.NOT_GIVEN, SLICE), List.of());
        given(images, PASSED)
                .when(read(Contrast.NOT_GIVEN, NOT_ASSESSABLE))
                .then(counted(Contrast.NOT_GIVEN, NOT_ASSESSABLE));
    }

    @Test
    void where_contrast_is_not_known_only_not_assessable_is_taken() {
        var images = received(images("2025-08-26", Contrast.UNKNOWN, SLICE), List.of());
        given(images, PASSED).when(read(Contrast.UNKNOWN, NONE_ENHANCING)).refused("CONTRAST_NOT_KNOWN");
        given(images, PASSED)
                .when(read(Contrast.UNKNOWN, NOT_ASSESSABLE))
                .then(counted(Contrast.UNKNOWN, NOT_ASSESSABLE));
    }

    @Test
    void a_reader_who_sees_contrast_where_the_header_is_silent_may_count() {
        var images = received(images("2025-08-26", Contrast.UNKNOWN, SLICE), List.of());
        given(images, PASSED).when(read(Contrast.GIVEN, TWO_ENHANCING)).then(counted(Contrast.GIVEN, TWO_ENHANCING));
    }

    @Test
    void a_reader_who_contradicts_the_header_raises_a_query() {
        given(RECEIVED, PASSED)
                .when(read(Contrast.NOT_GIVEN, NOT_ASSESSABLE))
                .then(new ScanRead(
                        SCAN,
                        ANNA,
                        "WEEK_24",
                        READ_ON,
                        true,
                        Contrast.NOT_GIVEN,
                        NOT_ASSESSABLE,
                        null,
                        List.of(Query.CONTRAST_DIFFERS)));
    }

    @Test
    void a_scan_that_is_not_evaluable_has_no_counts() {
        given(RECEIVED, PASSED)
                .when(new ReadScan(READ_ON, false, Contrast.GIVEN, NOT_ASSESSABLE, null, Set.of(), TODAY))
                .refused("NOT_EVALUABLE_BUT_COUNTED");
        given(RECEIVED, PASSED)
                .when(new ReadScan(READ_ON, false, Contrast.GIVEN, NOTHING, "artefacts", Set.of(), TODAY))
                .then(new ScanRead(
                        SCAN, ANNA, "WEEK_24", READ_ON, false, Contrast.GIVEN, NOTHING, "artefacts", List.of()));
    }

    @Test
    void a_read_before_the_quality_check_is_refused() {
        given(RECEIVED).when(read(Contrast.GIVEN, TWO_ENHANCING)).refused("QUALITY_NOT_CHECKED");
    }

    @Test
    void a_scan_that_failed_its_quality_check_is_not_read() {
        given(RECEIVED, FAILED).when(read(Contrast.GIVEN, TWO_ENHANCING)).refused("QUALITY_FAILED");
    }

    @Test
    void a_second_read_is_refused() {
        given(RECEIVED, PASSED, counted(Contrast.GIVEN, TWO_ENHANCING))
                .when(read(Contrast.GIVEN, NONE_ENHANCING))
                .refused("SCAN_READ_ALREADY");
    }

    @Test
    void a_scan_that_never_came_cannot_be_read() {
        given().when(read(Contrast.GIVEN, TWO_ENHANCING)).refused("SCAN_UNKNOWN");
    }

    @Test
    void a_read_tomorrow_or_before_the_check_is_refused() {
        given(RECEIVED, PASSED)
                .when(new ReadScan(TODAY.plusDays(1), true, Contrast.GIVEN, NOTHING, null, Set.of(), TODAY))
                .refused("IN_THE_FUTURE");
        given(RECEIVED, PASSED)
                .when(new ReadScan(PASSED.on().minusDays(1), true, Contrast.GIVEN, NOTHING, null, Set.of(), TODAY))
                .refused("TOO_EARLY");
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        given(RECEIVED, PASSED)
                .when(read(Contrast.GIVEN, new LesionCounts(-1, 0, 0, 10_001)))
                .refused("COUNT_OUT_OF_RANGE");
        given(RECEIVED, PASSED)
                .when(read(Contrast.GIVEN, new LesionCounts(0, 3, 2, 4)))
                .refused("COUNTS_CONTRADICT");
    }

    @Test
    void an_endless_comment_is_refused() {
        given(RECEIVED, PASSED)
                .when(new ReadScan(READ_ON, true, Contrast.GIVEN, NOTHING, "x".repeat(4_001), Set.of(), TODAY))
                .refused("COMMENT_TOO_LONG");
    }

    private static ReadScan read(Contrast contrast, LesionCounts counts) {
        return new ReadScan(READ_ON, true, contrast, counts, null, Set.of(), TODAY);
    }

    private static ScanRead counted(Contrast contrast, LesionCounts counts) {
        return new ScanRead(SCAN, ANNA, "WEEK_24", READ_ON, true, contrast, counts, null, List.of());
    }
}
