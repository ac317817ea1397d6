package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Accompany;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompanionSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final List<Companion> CASE = List.of(new Companion("LASER", "Intravenous laser", true));
    private static final List<Companion> BIO =
            List.of(new Companion("BACKGROUND_THERAPY", "Stable background MS therapy", true));

    CompanionSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    @Acceptance("DO-21")
    void the_laser_of_the_case_report_is_recorded_apart_from_the_trial_dose_as_a_confounder() {
        var trial = Trial.of(
                        Trial.course("Intrathecal", new Rhythm.Once()), Trial.course("Intravenous", new Rhythm.Once()))
                .open();
        var planned = after(List.of(), trial.plan("2025-03-03"));
        given(planned).when(beside("LASER", "2025-03-03", "2025-03-09", CASE)).then(laser("2025-03-03", "2025-03-09"));
        var was = Calendar.DECIDER.replay(planned);
        var is = Calendar.DECIDER.replay(after(planned, beside("LASER", "2025-03-03", "2025-03-09", CASE)));
        assertThat(is.companions()).containsExactly(laser("2025-03-03", "2025-03-09"));
        assertThat(is.companions().getFirst().confounder()).isTrue();
        assertThat(is.entries()).as("no line of the calendar").isEqualTo(was.entries());
        assertThat(is.doses()).as("no dose").isEqualTo(was.doses());
        assertThat(is.firstGiven()).as("nothing given").isEmpty();
    }

    @Test
    @Acceptance("DO-21")
    void a_background_therapy_from_before_the_study_is_a_confounder_that_goes_on_and_counts_as_no_dose() {
        given(ANNA_HAD_ONE)
                .when(beside("BACKGROUND_THERAPY", "2021-05-01", null, BIO))
                .then(new CompanionTreatmentRecorded(
                        "BACKGROUND_THERAPY", "Stable background MS therapy", true, day("2021-05-01"), null, null));
        var on = after(ANNA_HAD_ONE, beside("BACKGROUND_THERAPY", "2021-05-01", null, BIO));
        var ended = Calendar.DECIDER.replay(after(on, beside("BACKGROUND_THERAPY", "2021-05-01", "2025-04-01", BIO)));
        assertThat(ended.companions())
                .singleElement()
                .satisfies(one -> assertThat(one.until()).isEqualTo("2025-04-01"));
        assertThat(ended.firstGiven()).contains(day("2025-03-11"));
    }

    @Test
    void said_twice_it_is_once_and_what_has_ended_does_not_end_again() {
        var told = after(ANNAS_CALENDAR, beside("LASER", "2025-03-03", "2025-03-09", CASE));
        given(told).when(beside("LASER", "2025-03-03", "2025-03-09", CASE)).then();
        given(told).when(beside("LASER", "2025-03-03", "2025-03-10", CASE)).refused("COMPANION_ALREADY_RECORDED");
        given(told).when(beside("LASER", "2025-03-03", null, CASE)).refused("COMPANION_ALREADY_RECORDED");
        given(told).when(beside("LASER", "2025-04-03", "2025-04-03", CASE)).accepted();
    }

    @Test
    void only_what_the_definition_names_is_recorded() {
        given(ANNAS_CALENDAR).when(beside("LASER", "2025-03-03", null, BIO)).refused("COMPANION_UNKNOWN");
        given(ANNAS_CALENDAR)
                .when(beside("LASER", "2025-03-03", null, List.of()))
                .refused("COMPANION_UNKNOWN");
    }

    @Test
    void a_strangers_treatment_and_one_to_come_are_not_recorded() {
        given().when(new Accompany("LASER", day("2025-03-03"), null, null, false, CASE, TODAY))
                .refused("NOT_ENROLLED");
        given().when(beside("LASER", "2026-11-24", null, CASE)).refused("IN_THE_FUTURE");
        given().when(beside("LASER", "2025-03-03", "2026-11-24", CASE)).refused("IN_THE_FUTURE");
        given().when(beside("LASER", "2025-03-03", "2025-03-02", CASE)).refused("UNTIL_BEFORE_FROM");
    }

    @Test
    void a_note_says_something() {
        for (var note : List.of(" ", "x".repeat(1_001))) {
            given().when(new Accompany("LASER", day("2025-03-03"), null, note, true, CASE, TODAY))
                    .refused("NOTE_MALFORMED");
        }
    }

    @Test
    void whoever_left_may_still_be_said_to_have_been_treated() {
        var left = after(ANNAS_CALENDAR, new StopDosing(day("2025-03-20"), StopScope.STUDY, "moved away"));
        given(left).when(beside("LASER", "2025-03-03", null, CASE)).accepted();
    }

    private static CompanionTreatmentRecorded laser(String from, String until) {
        return new CompanionTreatmentRecorded("LASER", "Intravenous laser", true, day(from), day(until), null);
    }

    private static Accompany beside(String companion, String from, @Nullable String until, List<Companion> allowed) {
        return new Accompany(companion, day(from), until == null ? null : day(until), null, true, allowed, TODAY);
    }
}
