package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.FULL;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.deviating;
import static io.equipoise.dosing.domain.Ward.infusion;
import static io.equipoise.dosing.domain.Ward.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Ward.Infused;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdministrationSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    AdministrationSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void annas_first_infusion_is_recorded_and_the_calendar_says_so() {
        var facts = given(ANNAS_CALENDAR).when(infusion(1, "2025-03-12")).accepted();
        assertThat(facts.getFirst())
                .isEqualTo(new DoseAdministered(
                        1,
                        "K-1",
                        "P-0001",
                        Instant.parse("2025-03-12T09:00:00Z"),
                        Instant.parse("2025-03-12T09:45:00Z"),
                        day("2025-03-12"),
                        FULL,
                        List.of(),
                        List.of(),
                        null));
        var recalculated = (CalendarRecalculated) facts.get(1);
        assertThat(recalculated.because()).isEqualTo("infusion 1 given on 2025-03-12");
        assertThat(recalculated.entries())
                .extracting(Entry::entry, Entry::state)
                .containsExactly(tuple("DOSE_1", State.GIVEN));
        var second = lines(ANNAS_CALENDAR, infusion(1, "2025-03-12")).get(1);
        assertThat(second.earliest()).isEqualTo("2025-05-27");
        assertThat(second.planned()).isEqualTo("2025-06-03");
    }

    @Test
    void the_day_of_an_infusion_is_the_wards_day_not_greenwichs() {
        var lateEvening = new Infused(
                        2,
                        "K-2",
                        Instant.parse("2025-06-10T22:30:00Z"),
                        Instant.parse("2025-06-10T23:15:00Z"),
                        FULL,
                        List.of(),
                        null)
                .told();
        var refusal = given(ANNA_HAD_ONE).when(infusion(lateEvening)).refused("OUT_OF_WINDOW");
        assertThat(refusal.detail()).contains("2025-06-11");
    }

    @Test
    void a_late_second_infusion_pushes_the_third_while_its_target_still_counts_from_day_0() {
        var late = deviating(2, "2025-06-19", "stayed with her sister");
        var third = lines(ANNA_HAD_ONE, late).get(2);
        assertThat(third.day()).isEqualTo(168);
        assertThat(third.earliest()).isEqualTo("2025-08-28");
        assertThat(third.planned()).isEqualTo("2025-08-28");
        assertThat(third.latest()).isEqualTo("2025-09-02");
        assertThat(third.because())
                .isEqualTo("moved from 2025-08-26: not sooner than 70 days after infusion 2, given on 2025-06-19");
        assertThat(lines(ANNA_HAD_ONE, late).get(3).planned()).isEqualTo("2025-11-18");
        var recalculated =
                (CalendarRecalculated) given(ANNA_HAD_ONE).when(late).accepted().get(1);
        assertThat(recalculated.entries()).extracting(Entry::entry).containsExactly("DOSE_2", "DOSE_3");
        assertThat(recalculated.because())
                .isEqualTo("infusion 2 given on 2025-06-19; Infusion 3 moves from 2025-08-26 to 2025-08-28");
    }

    @Test
    void a_gap_that_ends_after_the_window_leaves_only_a_deviation_and_says_so() {
        var late = after(ANNA_HAD_ONE, deviating(2, "2025-07-03", "admitted with pneumonia"));
        var third = Calendar.DECIDER.replay(late).entries().get(2);
        assertThat(third.planned()).isEqualTo("2025-09-11");
        assertThat(third.because()).contains("its window closed on 2025-09-02");
        given(late).when(infusion(3, "2025-09-11")).refused("OUT_OF_WINDOW");
        given(late).when(deviating(3, "2025-09-10", "the ward is closed later")).refused("TOO_EARLY");
        assertThat(administered(given(late)
                                .when(deviating(3, "2025-09-11", "first day after the gap"))
                                .accepted())
                        .deviations())
                .containsExactly(Deviation.OUT_OF_WINDOW);
    }

    @Test
    void once_the_third_is_given_in_time_the_fourth_is_back_on_its_target() {
        var late = after(ANNA_HAD_ONE, deviating(2, "2025-06-19", "stayed with her sister"));
        assertThat(lines(late, infusion(3, "2025-08-28")).get(3).planned()).isEqualTo("2025-11-18");
    }

    @Test
    void after_a_missed_infusion_the_gap_counts_from_the_one_really_given() {
        var missed = after(ANNA_HAD_ONE, new Miss(2, day("2025-06-10"), "did not attend", Ward.TODAY));
        given(missed).when(infusion(3, "2025-08-19")).accepted();
    }

    @Test
    void no_reason_shortens_the_minimum_gap() {
        var late = after(ANNA_HAD_ONE, deviating(2, "2025-06-19", "stayed with her sister"));
        assertThat(given(late)
                        .when(deviating(3, "2025-08-27", "she travels tomorrow"))
                        .refused("TOO_EARLY")
                        .detail())
                .contains("2025-08-28");
    }

    @Test
    void nothing_is_given_before_day_0() {
        given(ANNAS_CALENDAR)
                .when(deviating(1, "2025-03-10", "she was on the ward anyway"))
                .refused("TOO_EARLY");
    }

    @Test
    void the_last_day_of_the_window_is_inside_and_the_next_is_not() {
        given(ANNA_HAD_ONE).when(infusion(2, "2025-06-10")).accepted();
        given(ANNA_HAD_ONE).when(infusion(2, "2025-06-11")).refused("OUT_OF_WINDOW");
        given(ANNA_HAD_ONE).when(infusion(2, "2025-05-27")).accepted();
        given(ANNA_HAD_ONE).when(infusion(2, "2025-05-26")).refused("OUT_OF_WINDOW");
    }

    @Test
    void outside_the_window_with_a_reason_it_is_recorded_as_a_deviation() {
        var fact = administered(given(ANNA_HAD_ONE)
                .when(deviating(2, "2025-06-13", "ward closed by a strike"))
                .accepted());
        assertThat(fact.deviations()).containsExactly(Deviation.OUT_OF_WINDOW);
        assertThat(fact.accepted()).isEqualTo("ward closed by a strike");
    }

    @Test
    void a_reason_of_nine_letters_is_none() {
        given(ANNA_HAD_ONE).when(deviating(2, "2025-06-13", " too late  ")).refused("DEVIATION_REASON_TOO_SHORT");
    }

    @Test
    void a_reason_inside_the_window_makes_no_deviation() {
        assertThat(administered(given(ANNA_HAD_ONE)
                                .when(deviating(2, "2025-06-03", "just in case it matters"))
                                .accepted())
                        .deviations())
                .isEmpty();
    }

    @Test
    void a_dose_is_given_once() {
        given(ANNA_HAD_ONE).when(infusion(1, "2025-03-12")).refused("DOSE_ALREADY_GIVEN");
    }

    @Test
    void a_missed_dose_is_not_given() {
        var missed = after(ANNA_HAD_ONE, new Miss(2, day("2025-06-10"), "did not attend", Ward.TODAY));
        given(missed).when(infusion(2, "2025-06-10")).refused("DOSE_MISSED");
    }

    @Test
    void a_held_dose_is_not_given_until_it_is_released() {
        var held = after(ANNA_HAD_ONE, new Hold(2, day("2025-06-03"), "grade 3 adverse event", Ward.TODAY));
        given(held).when(infusion(2, "2025-06-04")).refused("DOSE_HELD");
        var released = after(held, new Release(2, day("2025-06-05"), "resolved to grade 1", Ward.TODAY));
        given(released).when(infusion(2, "2025-06-05")).accepted();
        given(released).when(infusion(2, "2025-06-04")).refused("DOSE_HELD");
    }

    @Test
    void a_dose_given_before_the_hold_may_still_be_entered() {
        var held = after(ANNA_HAD_ONE, new Hold(2, day("2025-06-03"), "grade 3 adverse event", Ward.TODAY));
        given(held).when(infusion(2, "2025-06-02")).accepted();
    }

    @Test
    void the_third_does_not_come_before_the_second() {
        given(ANNA_HAD_ONE).when(infusion(3, "2025-08-26")).refused("DOSES_OUT_OF_ORDER");
    }

    @Test
    void there_is_no_fifth_dose() {
        given(ANNAS_CALENDAR).when(infusion(5, "2025-08-26")).refused("DOSE_UNKNOWN");
        given(ANNAS_CALENDAR).when(infusion(0, "2025-08-26")).refused("DOSE_UNKNOWN");
    }

    @Test
    void who_is_not_randomized_has_no_calendar() {
        assertThat(given().when(infusion(1, "2025-03-11"))
                        .refused("NO_CALENDAR")
                        .detail())
                .contains("may be sent again");
    }

    private static DoseAdministered administered(List<CalendarEvent> facts) {
        return (DoseAdministered) facts.getFirst();
    }
}
