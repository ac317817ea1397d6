package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.dosing.domain.Trial.Part;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way in a course allows, and what must be said about it. */
class RouteSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final String DAY = "2026-03-02";

    RouteSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    @Acceptance("RO")
    void a_route_that_the_course_does_not_allow_is_refused() {
        var vein = under(course("Drug", new Once()));
        vein.when(lot().by("INTRATHECAL").given()).refused("ROUTE_NOT_ALLOWED");
        vein.when(lot().by("INTRAVENOUS").given()).accepted();
        under(course("Drug", new Once()).routes()).when(lot().given()).refused("ROUTE_NOT_STATED");
    }

    @ParameterizedTest
    @CsvSource({
        "INTRATHECAL, NEEDLE_GAUGE, 25G, SPINAL_LEVEL, L4-L5",
        "INTRAVITREAL, EYE, LEFT, EYE, LEFT",
        "OCULAR_TOPICAL, EYE, BOTH, EYE, BOTH",
        "STEREOTACTIC_INTRAPARENCHYMAL, TARGET, left thalamus, TARGET, left thalamus",
        "EPINEURAL_WITH_FOCUSED_ULTRASOUND, DEVICE_SETTINGS, 1 MHz, DEVICE_SETTINGS, 1 MHz",
        "INTRAVENOUS_WITH_FOCUSED_ULTRASOUND, DEVICE_SETTINGS, 1 MHz, DEVICE_SETTINGS, 1 MHz"
    })
    @Acceptance("RO")
    void some_ways_in_need_more_to_be_said(Route route, String one, String is, String other, String isToo) {
        var anna = under(course("Drug", new Once()).routes(route));
        assertThat(anna.when(lot().given()).refused("DETAIL_MISSING").pointers().getFirst())
                .startsWith("/details/");
        assertThat(detailed(anna.when(lot().detail(one, is).detail(other, isToo).given()))
                        .details())
                .containsEntry(one, is);
    }

    @Test
    @Acceptance("RO")
    void an_eye_is_left_right_or_both_and_only_known_details_are_kept() {
        var eye = under(course("Drug", new Once()).routes(Route.INTRAVITREAL));
        eye.when(lot().detail("EYE", "MIDDLE").given()).refused("DETAIL_MALFORMED");
        eye.when(lot().detail("EYE", "LEFT").detail("MOOD", "good").given()).refused("DETAIL_MALFORMED");
        under(course("Drug", new Once()).details(Detail.BODY_SITE))
                .when(lot().given())
                .refused("DETAIL_MISSING");
    }

    @Test
    @Acceptance("RO")
    void two_routes_need_their_order_before_anything_is_planned() {
        var both = course("Drug", new Every(Period.ofDays(7), 3, null)).routes(Route.INTRAVENOUS, Route.INTRA_ARTERIAL);
        assertThat(given().when(Trial.of(both).open().plan(DAY))
                        .refused("SCHEDULE_NOT_STATED")
                        .pointers())
                .containsExactly("/dosing/courses/0/route");
        var two = course("Drug", new Every(Period.ofDays(7), 2, null)).routes(Route.INTRAVENOUS, Route.INTRA_ARTERIAL);
        var first = after(after(List.of(), Trial.of(two).open().plan(DAY)), lot().given());
        given(first)
                .when(Bedside.dose(2, "2026-03-09").lot("L-1").by("INTRAVENOUS").given())
                .refused("ROUTE_NOT_ALLOWED");
        given(first)
                .when(Bedside.dose(2, "2026-03-09")
                        .lot("L-1")
                        .by("INTRA_ARTERIAL")
                        .given())
                .accepted();
    }

    private Given under(Part part) {
        return given(after(List.of(), Trial.of(part).open().plan(DAY)));
    }

    private static Bedside lot() {
        return Bedside.dose(1, DAY).lot("L-1");
    }

    private static DoseDetailed detailed(Outcome outcome) {
        return (DoseDetailed) outcome.accepted().getLast();
    }
}
