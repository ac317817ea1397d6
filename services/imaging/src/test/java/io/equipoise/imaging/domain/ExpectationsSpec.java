package io.equipoise.imaging.domain;

import static io.equipoise.imaging.domain.Ward.ANNA;

import io.equipoise.imaging.domain.ExpectationCommand.TellMissing;
import io.equipoise.imaging.domain.ExpectationEvent.ScanMissing;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpectationsSpec extends Specification<Expectations, ExpectationCommand, ImagingEvent> {
    private static final LocalDate LATEST = LocalDate.parse("2025-09-09");

    ExpectationsSpec() {
        super(Expectations.DECIDER);
    }

    @Test
    void a_missing_scan_is_told() {
        given().when(new TellMissing(ANNA, "WEEK_24", LATEST)).then(new ScanMissing(ANNA, "WEEK_24", LATEST));
    }

    @Test
    void it_is_told_once_even_where_the_window_has_moved() {
        given(new ScanMissing(ANNA, "WEEK_24", LATEST))
                .when(new TellMissing(ANNA, "WEEK_24", LATEST.plusDays(7)))
                .then();
    }

    @Test
    void another_time_point_is_another_matter() {
        given(new ScanMissing(ANNA, "WEEK_24", LATEST))
                .when(new TellMissing(ANNA, "WEEK_48", LATEST.plusWeeks(24)))
                .then(new ScanMissing(ANNA, "WEEK_48", LATEST.plusWeeks(24)));
    }
}
