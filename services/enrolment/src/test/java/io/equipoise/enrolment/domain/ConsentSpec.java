package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    static final EnrolmentEvent ANNA_CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    static final EnrolmentEvent ANNA_AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);
    static final LocalDate LATER = LocalDate.of(2026, 9, 1);
    static final Study TWO_VERSIONS = Trial.study(new Protocol(
            PROTOCOL.study(),
            3,
            PROTOCOL.ageConvention(),
            PROTOCOL.washoutBoundary(),
            PROTOCOL.facts(),
            PROTOCOL.rules(),
            List.of(
                    new ConsentVersion("1.0", LocalDate.of(2025, 1, 1)),
                    new ConsentVersion("2.0", LocalDate.of(2026, 6, 1))),
            List.of(),
            20,
            List.of(),
            Admission.SILENT,
            List.of()));
    static final Study NO_VERSIONS = Trial.study(new Protocol(
            PROTOCOL.study(),
            1,
            null,
            null,
            PROTOCOL.facts(),
            PROTOCOL.rules(),
            List.of(),
            List.of(),
            20,
            List.of(),
            Admission.SILENT,
            List.of()));

    ConsentSpec() {
        super(Subject.DECIDER);
    }

    static GiveConsent give(String version, LocalDate on, Study study) {
        return new GiveConsent(new Consent(version, on), study, TODAY);
    }

    @Test
    void EL_19_anna_agrees_to_the_version_in_force() {
        given(ANNA_CAME).when(give("1.0", SCREENED, STUDY)).then(ANNA_AGREED);
    }

    @Test
    void the_same_agreement_told_again_is_nothing_new() {
        given(ANNA_CAME, ANNA_AGREED).when(give("1.0", SCREENED, STUDY)).then();
    }

    @Test
    void EL_19_a_newer_version_is_agreed_to_again() {
        given(ANNA_CAME, ANNA_AGREED)
                .when(give("2.0", ENROLLED, TWO_VERSIONS))
                .then(new ConsentGiven(ANNA, "2.0", ENROLLED));
    }

    @Test
    void a_version_that_the_definition_does_not_name_is_refused_with_the_legal_ones() {
        var refusal = given(ANNA_CAME).when(give("9.9", SCREENED, STUDY)).refused("CONSENT_VERSION_UNKNOWN");
        assertThat(refusal.pointers()).containsExactly("/version");
        assertThat(refusal.detail()).contains("1.0");
    }

    @Test
    void a_version_that_was_superseded_that_day_is_refused() {
        given(ANNA_CAME)
                .when(give("1.0", LocalDate.of(2026, 6, 1), TWO_VERSIONS))
                .refused("CONSENT_VERSION_NOT_IN_FORCE");
    }

    @Test
    void a_version_is_not_in_force_before_its_first_day() {
        given(ANNA_CAME)
                .when(give("2.0", LocalDate.of(2026, 5, 31), TWO_VERSIONS))
                .refused("CONSENT_VERSION_NOT_IN_FORCE");
    }

    @Test
    void where_the_definition_leaves_versions_open_nobody_can_agree() {
        given(ANNA_CAME).when(give("1.0", SCREENED, NO_VERSIONS)).refused("CONSENT_VERSIONS_UNKNOWN");
    }

    @Test
    void nobody_agrees_tomorrow() {
        given(ANNA_CAME).when(give("1.0", TODAY.plusDays(1), STUDY)).refused("IN_THE_FUTURE");
    }

    @Test
    void somebody_who_was_never_registered_cannot_agree() {
        given().when(give("1.0", SCREENED, STUDY)).refused("SUBJECT_UNKNOWN");
    }

    @Test
    void EL_19_consent_taken_back_also_ends_the_study_for_anna() {
        given(ANNA_CAME, ANNA_AGREED)
                .when(new WithdrawConsent(LATER, "moved away", TODAY))
                .then(
                        new ConsentWithdrawn(ANNA, LATER, "moved away"),
                        new SubjectWithdrawn(ANNA, LATER, Scope.STUDY, "consent withdrawn"));
    }

    @Test
    void consent_taken_back_after_a_failed_screening_is_one_fact() {
        given(ANNA_CAME, ANNA_AGREED, new SubjectScreenFailed(ANNA, SCREENED, List.of("EDSS"), "EDSS too low", 2))
                .when(new WithdrawConsent(LATER, "no more contact", TODAY))
                .then(new ConsentWithdrawn(ANNA, LATER, "no more contact"));
    }

    @Test
    void consent_is_taken_back_once() {
        given(ANNA_CAME, ANNA_AGREED, new ConsentWithdrawn(ANNA, LATER, "moved away"))
                .when(new WithdrawConsent(LATER, "moved away", TODAY))
                .refused("NO_CONSENT_TO_WITHDRAW");
    }

    @Test
    void what_was_never_given_cannot_be_taken_back() {
        given(ANNA_CAME).when(new WithdrawConsent(LATER, "moved away", TODAY)).refused("NO_CONSENT_TO_WITHDRAW");
    }

    @Test
    void taking_back_wants_a_reason_a_past_day_and_the_right_order() {
        var anna = given(ANNA_CAME, ANNA_AGREED);
        anna.when(new WithdrawConsent(LATER, " ", TODAY)).refused("REASON_MISSING");
        anna.when(new WithdrawConsent(TODAY.plusDays(1), "moved", TODAY)).refused("IN_THE_FUTURE");
        anna.when(new WithdrawConsent(SCREENED.minusDays(1), "moved", TODAY)).refused("DATES_OUT_OF_ORDER");
    }

    @Test
    void whoever_left_the_study_does_not_agree_again() {
        given(ANNA_CAME, new SubjectWithdrawn(ANNA, LATER, Scope.STUDY, "moved"))
                .when(give("1.0", LATER, STUDY))
                .refused("SUBJECT_WITHDRAWN");
    }
}
