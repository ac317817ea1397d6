package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.BORIS;
import static io.equipoise.dosing.domain.Ward.consented;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.infusion;
import static io.equipoise.dosing.domain.Ward.kit;
import static io.equipoise.dosing.domain.Ward.recruiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Circumstances.Consent;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Circumstances.Withdrawal;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.dosing.domain.Ward.Infused;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircumstancesSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    CircumstancesSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    @Acceptance("EL-19")
    void without_consent_nothing_is_given() {
        assertThat(withConsents(List.of()).refused("CONSENT_MISSING").detail()).contains("may be sent again");
    }

    @Test
    void consent_given_after_the_infusion_comes_too_late() {
        withConsents(List.of(new Consent(true, day("2025-03-12")))).refused("CONSENT_MISSING");
    }

    @Test
    void withdrawn_consent_is_none_and_consent_given_again_is_one() {
        var given = new Consent(true, day("2025-03-03"));
        var withdrawn = new Consent(false, day("2025-03-11"));
        withConsents(List.of(given, withdrawn)).refused("CONSENT_MISSING");
        withConsents(List.of(given, withdrawn, new Consent(true, day("2025-03-11"))))
                .accepted();
    }

    @Test
    void an_infusion_before_the_withdrawal_may_still_be_entered() {
        withConsents(List.of(new Consent(true, day("2025-03-03")), new Consent(false, day("2025-03-12"))))
                .accepted();
    }

    @Test
    void who_has_left_gets_nothing_from_that_day_on() {
        var left = new Circumstances(
                consented(),
                List.of(new Withdrawal(day("2025-03-11"), StopScope.TREATMENT)),
                recruiting(),
                kit(1, "2025-03-11"));
        given(ANNAS_CALENDAR).when(infusion(1, "2025-03-11", left)).refused("SUBJECT_WITHDRAWN");
        var leavesTomorrow = new Circumstances(
                consented(),
                List.of(new Withdrawal(day("2025-03-12"), StopScope.STUDY)),
                recruiting(),
                kit(1, "2025-03-11"));
        given(ANNAS_CALENDAR).when(infusion(1, "2025-03-11", leavesTomorrow)).accepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "TERMINATED", "COMPLETED", "NOT_YET_RECRUITING", "UNKNOWN", "WITHDRAWN"})
    void these_statuses_hold_every_infusion(String status) {
        withStatuses(List.of(new Change(status, day("2025-02-03"), "as decided")))
                .refused("STUDY_NOT_DOSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING"})
    void these_statuses_let_infusions_go_on(String status) {
        withStatuses(List.of(new Change(status, day("2025-02-03"), "as decided")))
                .accepted();
    }

    @Test
    void a_study_without_a_status_doses_nobody() {
        withStatuses(List.of()).refused("STUDY_NOT_DOSING");
    }

    @Test
    void the_status_of_the_infusions_day_counts_not_the_newest() {
        var suspendedLater = List.of(
                new Change("RECRUITING", day("2025-02-03"), "all approvals in place"),
                new Change("SUSPENDED", day("2025-03-12"), "a safety signal"));
        withStatuses(suspendedLater).accepted();
        var suspendedThatDay = List.of(
                new Change("SUSPENDED", day("2025-03-11"), "a safety signal"),
                new Change("RECRUITING", day("2025-02-03"), "all approvals in place"));
        withStatuses(suspendedThatDay).refused("STUDY_NOT_DOSING");
        var correctedThatDay = List.of(
                new Change("SUSPENDED", day("2025-03-11"), "entered by mistake"),
                new Change("RECRUITING", day("2025-03-11"), "corrected"));
        withStatuses(correctedThatDay).accepted();
    }

    @Test
    void what_the_definition_says_counts_until_a_change_is_told() {
        var defined = new Change("RECRUITING", day("2025-04-01"), "as version 2 of the definition says");
        var anna = given(ANNAS_CALENDAR);
        anna.when(infusion(1, "2025-03-11", under(new StudyStatus(List.of(), defined))))
                .accepted();
        var suspended = List.of(new Change("SUSPENDED", day("2025-03-01"), "a safety signal"));
        anna.when(infusion(1, "2025-03-11", under(new StudyStatus(suspended, defined))))
                .refused("STUDY_NOT_DOSING");
    }

    @Test
    void a_suspended_study_shows_what_is_to_come_as_held_and_the_past_as_it_was() {
        var suspended = new Change("SUSPENDED", day("2025-05-01"), "a safety signal");
        assertThat(Calendar.DECIDER.replay(ANNA_HAD_ONE).entries().stream().map(line -> line.under(suspended)))
                .extracting(Entry::state)
                .containsExactly(
                        State.GIVEN, State.HELD, State.HELD, State.HELD, State.PLANNED, State.PLANNED, State.PLANNED);
    }

    @Test
    void a_kit_that_nobody_here_heard_of_may_be_on_its_way() {
        assertThat(withKit(null).refused("KIT_NOT_DISPENSED_TO_SUBJECT").detail())
                .contains("may be sent again");
    }

    @Test
    void anothers_kit_is_not_annas() {
        withKit(new Kit("K-1", BORIS.toString(), 1, "P-0001", at("08:30"), null))
                .refused("KIT_NOT_DISPENSED_TO_SUBJECT");
    }

    @Test
    void a_kit_for_the_second_dose_is_not_given_as_the_first() {
        withKit(new Kit("K-1", Ward.ANNA.toString(), 2, "P-0001", at("08:30"), null))
                .refused("KIT_NOT_DISPENSED_TO_SUBJECT");
    }

    @Test
    void a_kit_dispensed_after_the_start_cannot_have_been_in_the_bag() {
        withKit(new Kit("K-1", Ward.ANNA.toString(), 1, "P-0001", at("09:01"), null))
                .refused("KIT_NOT_DISPENSED_TO_SUBJECT");
    }

    @Test
    void a_kit_returned_before_the_end_was_not_given_but_an_empty_one_returned_later_was() {
        withKit(new Kit("K-1", Ward.ANNA.toString(), 1, "P-0001", at("08:30"), at("08:50")))
                .refused("KIT_NOT_DISPENSED_TO_SUBJECT");
        withKit(new Kit("K-1", Ward.ANNA.toString(), 1, "P-0001", at("08:30"), at("12:00")))
                .accepted();
    }

    @Test
    void a_kit_is_used_once() {
        var again = new Infused(
                        2,
                        "K-1",
                        Instant.parse("2025-06-03T09:00:00Z"),
                        Instant.parse("2025-06-03T09:45:00Z"),
                        Ward.FULL,
                        List.of(),
                        null)
                .told();
        given(ANNA_HAD_ONE).when(infusion(again)).refused("KIT_ALREADY_USED");
    }

    private Outcome withConsents(List<Consent> consents) {
        return asked(new Circumstances(consents, List.of(), recruiting(), kit(1, "2025-03-11")));
    }

    private Outcome withStatuses(List<Change> statuses) {
        return asked(new Circumstances(consented(), List.of(), new StudyStatus(statuses, null), kit(1, "2025-03-11")));
    }

    private static Circumstances under(StudyStatus status) {
        return new Circumstances(consented(), List.of(), status, kit(1, "2025-03-11"));
    }

    private Outcome withKit(@Nullable Kit kit) {
        return asked(new Circumstances(consented(), List.of(), recruiting(), kit));
    }

    private Outcome asked(Circumstances known) {
        return given(ANNAS_CALENDAR).when(infusion(1, "2025-03-11", known));
    }

    private static Instant at(String time) {
        return Instant.parse("2025-03-11T" + time + ":00Z");
    }
}
