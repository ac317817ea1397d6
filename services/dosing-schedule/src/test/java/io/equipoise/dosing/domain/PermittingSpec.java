package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.consented;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.infusion;
import static io.equipoise.dosing.domain.Ward.kit;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Permit;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.DosePermitted;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermittingSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final String WHY = "benefit outweighs the risk for her";
    private static final StudyStatus SUSPENDED = status("SUSPENDED", "2025-05-01");

    PermittingSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void while_the_study_is_suspended_one_dose_of_one_person_may_be_permitted_by_name() {
        given(ANNA_HAD_ONE)
                .when(permit(2, "2025-05-20", SUSPENDED))
                .then(new DosePermitted(2, day("2025-05-20"), day("2025-05-01"), WHY));
        given(ANNA_HAD_ONE).when(dose(2, "2025-06-03", SUSPENDED)).refused("STUDY_NOT_DOSING");
        given(permitted()).when(dose(2, "2025-06-03", SUSPENDED)).accepted();
    }

    @Test
    void it_is_for_that_dose_and_that_suspension_and_from_that_day() {
        given(permitted()).when(dose(3, "2025-08-26", SUSPENDED)).refused("STUDY_NOT_DOSING");
        var earlier = after(ANNA_HAD_ONE, permit(2, "2025-06-04", SUSPENDED));
        given(earlier).when(dose(2, "2025-06-03", SUSPENDED)).refused("STUDY_NOT_DOSING");
        var again = new StudyStatus(
                List.of(
                        new Change("SUSPENDED", day("2025-05-01"), "a safety signal"),
                        new Change("RECRUITING", day("2025-05-25"), "cleared"),
                        new Change("SUSPENDED", day("2025-06-01"), "another signal")),
                null);
        given(permitted()).when(dose(2, "2025-06-03", again)).refused("STUDY_NOT_DOSING");
        given(permitted())
                .when(dose(2, "2025-06-03", status("TERMINATED", "2025-05-01")))
                .refused("STUDY_NOT_DOSING");
    }

    @Test
    void nothing_else_that_stands_in_the_way_is_lifted() {
        var held = after(permitted(), new Hold(2, day("2025-06-02"), "fever", TODAY));
        given(held).when(dose(2, "2025-06-03", SUSPENDED)).refused("DOSE_HELD");
        given(permitted()).when(dose(2, "2025-05-19", SUSPENDED)).refused("STUDY_NOT_DOSING");
        var left = after(permitted(), new StopDosing(day("2025-06-01"), StopScope.TREATMENT, "moved away"));
        given(left).when(dose(2, "2025-06-03", SUSPENDED)).refused("DOSING_STOPPED");
    }

    @Test
    void nobody_permits_where_there_is_nothing_to_permit() {
        given(ANNA_HAD_ONE).when(permit(2, "2025-05-20", Ward.recruiting())).refused("STUDY_NOT_SUSPENDED");
        given(ANNA_HAD_ONE)
                .when(permit(2, "2025-05-20", status("TERMINATED", "2025-05-01")))
                .refused("STUDY_NOT_SUSPENDED");
        given(ANNA_HAD_ONE).when(permit(2, "2025-04-30", SUSPENDED)).refused("STUDY_NOT_SUSPENDED");
        given(ANNA_HAD_ONE).when(permit(1, "2025-05-20", SUSPENDED)).refused("DOSE_ALREADY_GIVEN");
        given(ANNA_HAD_ONE).when(permit(9, "2025-05-20", SUSPENDED)).refused("DOSE_UNKNOWN");
        given(ANNA_HAD_ONE).when(permit(2, "2026-11-24", SUSPENDED)).refused("IN_THE_FUTURE");
        given(ANNA_HAD_ONE)
                .when(new Permit(2, day("2025-05-20"), " ", SUSPENDED, TODAY))
                .refused("REASON_MISSING");
        given().when(permit(2, "2025-05-20", SUSPENDED)).refused("NO_CALENDAR");
        given(permitted()).when(permit(2, "2025-05-21", SUSPENDED)).then();
    }

    @Test
    void a_permitted_dose_shows_as_still_to_come_while_the_others_are_held() {
        var calendar = Calendar.DECIDER.replay(permitted());
        var status = SUSPENDED.on(day("2025-05-20")).orElseThrow();
        assertThat(calendar.entries().subList(1, 4))
                .extracting(line -> calendar.under(status, line).state())
                .containsExactly(State.PLANNED, State.HELD, State.HELD);
        assertThat(calendar.under(status, calendar.entries().get(1)).because())
                .contains("permitted on 2025-05-20", "SUSPENDED");
    }

    @Test
    void a_permission_outlives_a_hold_and_its_release() {
        var calendar = after(after(ANNAS_CALENDAR, infusion(1, "2025-03-11")), permit(2, "2025-05-20", SUSPENDED));
        var held = after(calendar, new Hold(2, day("2025-05-21"), "fever", TODAY));
        var released = after(held, new CalendarCommand.Release(2, day("2025-05-25"), "well again", TODAY));
        given(released).when(dose(2, "2025-06-03", SUSPENDED)).accepted();
    }

    private static List<CalendarEvent> permitted() {
        return after(ANNA_HAD_ONE, permit(2, "2025-05-20", SUSPENDED));
    }

    private static Permit permit(int dose, String on, StudyStatus study) {
        return new Permit(dose, day(on), WHY, study, TODAY);
    }

    private static Administer dose(int dose, String on, StudyStatus study) {
        return infusion(dose, on, new Circumstances(consented(), List.of(), study, kit(dose, on)));
    }

    private static StudyStatus status(String status, String asOf) {
        return new StudyStatus(
                List.of(
                        new Change("RECRUITING", day("2025-02-03"), "all approvals in place"),
                        new Change(status, day(asOf), "a safety signal")),
                null);
    }
}
