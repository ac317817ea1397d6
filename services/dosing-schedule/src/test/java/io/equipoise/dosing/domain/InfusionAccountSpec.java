package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.FULL;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.infusion;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Ward.Infused;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfusionAccountSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    InfusionAccountSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void an_infusion_stops_after_it_started() {
        given(ANNAS_CALENDAR).when(from("09:00", "08:59")).refused("STOP_BEFORE_START");
        given(ANNAS_CALENDAR).when(from("09:00", "09:00")).refused("STOP_BEFORE_START");
    }

    @Test
    void what_has_not_happened_yet_is_not_recorded() {
        var tomorrow = new Infused(
                        1,
                        "K-1",
                        Instant.parse("2026-11-22T11:30:00Z"),
                        Instant.parse("2026-11-22T12:00:01Z"),
                        FULL,
                        List.of(),
                        null)
                .told();
        given(ANNAS_CALENDAR).when(infusion(tomorrow)).refused("IN_THE_FUTURE");
    }

    @Test
    void a_start_beyond_any_calendar_is_refused_like_any_other_that_is_too_early() {
        var ever =
                new Infused(1, "K-1", Instant.MIN, Instant.parse("2025-03-11T09:45:00Z"), FULL, List.of(), null).told();
        given(ANNAS_CALENDAR)
                .when(new CalendarCommand.Administer(Ward.ANNA, ever, Ward.well(1, "2025-03-11"), Ward.TODAY))
                .refused("TOO_EARLY");
    }

    @Test
    void interruptions_are_kept_as_they_were_told() {
        var flushed = pause("09:20", "09:25");
        var swapped = pause("09:25", "09:30");
        assertThat(given(ANNAS_CALENDAR)
                        .when(with(FULL, flushed, swapped))
                        .accepted()
                        .getFirst())
                .extracting(fact -> ((DoseAdministered) fact).interruptions())
                .isEqualTo(List.of(flushed, swapped));
    }

    @Test
    void an_interruption_lies_within_the_infusion() {
        given(ANNAS_CALENDAR).when(with(FULL, pause("08:50", "09:10"))).refused("INTERRUPTION_OUTSIDE_INFUSION");
        given(ANNAS_CALENDAR).when(with(FULL, pause("09:40", "09:50"))).refused("INTERRUPTION_OUTSIDE_INFUSION");
        given(ANNAS_CALENDAR).when(with(FULL, pause("09:20", "09:20"))).refused("INTERRUPTION_OUTSIDE_INFUSION");
    }

    @Test
    void two_interruptions_do_not_overlap_in_whatever_order_they_are_told() {
        given(ANNAS_CALENDAR)
                .when(with(FULL, pause("09:24", "09:30"), pause("09:20", "09:25")))
                .refused("INTERRUPTIONS_OVERLAP");
    }

    @Test
    void an_interruption_says_why() {
        var silent = new Interruption(at("09:20"), at("09:25"), " ");
        given(ANNAS_CALENDAR).when(with(FULL, silent)).refused("REASON_MISSING");
    }

    @Test
    void less_than_the_stated_volume_is_recorded_as_a_deviation() {
        var fact = (DoseAdministered) given(ANNAS_CALENDAR)
                .when(with(new Volume("99.5", "mL")))
                .accepted()
                .getFirst();
        assertThat(fact.deviations()).containsExactly(Deviation.INCOMPLETE_VOLUME);
        assertThat(fact.volume().number()).isEqualTo("99.5");
    }

    @Test
    void one_hundred_and_one_hundred_point_zero_are_the_same_volume() {
        var fact = (DoseAdministered) given(ANNAS_CALENDAR)
                .when(with(new Volume("100.0", "mL")))
                .accepted()
                .getFirst();
        assertThat(fact.deviations()).isEmpty();
    }

    @Test
    void more_than_stated_nothing_at_all_and_another_unit_are_refused() {
        given(ANNAS_CALENDAR).when(with(new Volume("100.01", "mL"))).refused("VOLUME_DIFFERS");
        given(ANNAS_CALENDAR).when(with(new Volume("0", "mL"))).refused("VOLUME_DIFFERS");
        given(ANNAS_CALENDAR).when(with(new Volume("-1", "mL"))).refused("VOLUME_DIFFERS");
        given(ANNAS_CALENDAR).when(with(new Volume("0.1", "L"))).refused("VOLUME_DIFFERS");
    }

    @Test
    void where_neither_an_amount_nor_a_volume_says_how_much_nothing_is_given() {
        var open = Ward.EVERY_12_WEEKS.courses().getFirst();
        given(after(
                        List.of(),
                        Trial.of(Trial.like(open).amount(AmountRule.matched()).volume(null))
                                .plan("2025-03-11")))
                .when(infusion(1, "2025-03-11"))
                .refused("VOLUME_NOT_STATED");
        given(after(List.of(), Trial.of(Trial.like(open).amount(null)).plan("2025-03-11")))
                .when(infusion(1, "2025-03-11"))
                .refused("AMOUNT_NOT_STATED");
    }

    @Test
    @Acceptance("SC-8")
    void an_infusion_of_25_minutes_where_15_to_20_are_asked_is_recorded_as_a_deviation() {
        var slow = Trial.like(Ward.EVERY_12_WEEKS.courses().getFirst()).minutes(15, 20);
        var anna = given(after(List.of(), Trial.of(slow).plan("2025-03-11")));
        assertThat(deviations(anna.when(from("09:00", "09:25")))).containsExactly(Deviation.INFUSION_DURATION);
        assertThat(deviations(anna.when(from("09:00", "09:14")))).containsExactly(Deviation.INFUSION_DURATION);
        assertThat(deviations(anna.when(from("09:00", "09:15")))).isEmpty();
        assertThat(deviations(anna.when(from("09:00", "09:20")))).isEmpty();
    }

    private static List<Deviation> deviations(Outcome outcome) {
        return ((DoseAdministered) outcome.accepted().getFirst()).deviations();
    }

    @Test
    void a_very_big_number_keeps_every_digit() {
        assertThat(new Volume("240000000001.5", "mL").amount().toPlainString()).isEqualTo("240000000001.5");
        assertThat(Volume.parse("1e999999999", "mL")).isEmpty();
        assertThat(Volume.parse("1,5", "mL")).isEmpty();
    }

    private static CalendarCommand from(String start, String stop) {
        return infusion(new Infused(1, "K-1", at(start), at(stop), FULL, List.of(), null).told());
    }

    private static CalendarCommand with(Volume volume, Interruption... pauses) {
        return infusion(new Infused(1, "K-1", at("09:00"), at("09:45"), volume, List.of(pauses), null).told());
    }

    private static Interruption pause(String from, String to) {
        return new Interruption(at(from), at(to), "line flushed");
    }

    private static Instant at(String time) {
        return Instant.parse("2025-03-11T" + time + ":00Z");
    }
}
