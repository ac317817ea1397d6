package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.RecordFacts;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.enrolment.domain.SubjectCommand.Withdraw;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What each recruitment status lets be screened and enrolled. */
class StatusSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final EnrolmentEvent INVITED = new SubjectRegistered(ANNA, SCREENED, null, 1, "LETTER-7");
    private static final EnrolmentEvent AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);
    private static final EnrolmentEvent EXAMINED = new ScreeningFactsRecorded(ANNA, Trial.eligibleFacts(), 2);
    private static final Assessment ELIGIBLE = new Assessment(
            11, 2, List.of(new Criterion("AGE", "INCLUSION", "18 to 65", Answer.MET, "it holds", List.of())));
    private static final Origin LETTER = new Origin(null, "LETTER-7");

    StatusSpec() {
        super(Subject.DECIDER);
    }

    static Register register(Recruitment status, Origin origin) {
        return new Register(ANNA, SCREENED, origin, Trial.study(PROTOCOL, status), TODAY);
    }

    static Enrol enrol(Recruitment status) {
        return new Enrol(ENROLLED, new Place(1, 1), ELIGIBLE, Trial.study(PROTOCOL, status), TODAY);
    }

    @Test
    void while_the_study_is_held_for_safety_nobody_is_enrolled_and_whoever_comes_is_screened() {
        var hold = new SafetyHold("HO-1", Instant.parse("2025-03-11T08:00:00Z"), List.of("data-safety-board"));
        var held = Trial.study(PROTOCOL).under(List.of(hold));
        assertThat(given(CAME, AGREED, EXAMINED)
                        .when(new Enrol(ENROLLED, new Place(1, 1), ELIGIBLE, held, TODAY))
                        .refused("SAFETY_HOLD")
                        .detail())
                .contains("since 2025-03-11T08:00:00Z (HO-1)", "a stopping rule", "data-safety-board may lift it");
        given().when(new Register(ANNA, SCREENED, Origin.FIRST, held, TODAY)).accepted();
        given(CAME, AGREED, EXAMINED)
                .when(new Enrol(ENROLLED, new Place(1, 1), ELIGIBLE, held.under(List.of()), TODAY))
                .accepted();
    }

    @ParameterizedTest
    @Acceptance("ST")
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RECRUITING", "ENROLLING_BY_INVITATION"})
    void nobody_is_screened_or_enrolled_unless_the_study_recruits(Recruitment status) {
        given().when(register(status, Origin.FIRST)).refused("STUDY_NOT_RECRUITING");
        given().when(register(status, LETTER)).refused("STUDY_NOT_RECRUITING");
        given(CAME, AGREED, EXAMINED).when(enrol(status)).refused("STUDY_NOT_RECRUITING");
        given(INVITED, AGREED, EXAMINED).when(enrol(status)).refused("STUDY_NOT_RECRUITING");
    }

    @Test
    @Acceptance("ST")
    void a_recruiting_study_screens_and_enrols_whoever_comes() {
        given().when(register(Recruitment.RECRUITING, Origin.FIRST)).then(CAME);
        assertThat(given(CAME, AGREED, EXAMINED)
                        .when(enrol(Recruitment.RECRUITING))
                        .accepted())
                .hasSize(1);
    }

    @Test
    @Acceptance({"EL-17", "ST"})
    void of_2442_no_invitation_no_screening_and_no_enrolment() {
        var status = Recruitment.ENROLLING_BY_INVITATION;
        given().when(register(status, Origin.FIRST)).refused("INVITATION_MISSING");
        given().when(register(status, LETTER)).then(INVITED);
        given(CAME, AGREED, EXAMINED).when(enrol(status)).refused("INVITATION_MISSING");
        assertThat(given(INVITED, AGREED, EXAMINED).when(enrol(status)).accepted())
                .hasSize(1);
    }

    @Test
    void a_definition_that_requires_an_invitation_takes_no_others_while_it_recruits() {
        var p = PROTOCOL;
        var gated = Trial.study(new Protocol(
                p.study(),
                2,
                p.ageConvention(),
                p.washoutBoundary(),
                p.facts(),
                p.rules(),
                p.consentVersions(),
                p.consentScopes(),
                20,
                List.of(),
                new Admission(Admission.Stance.SILENT, Admission.Stance.SILENT, null, true, null),
                List.of()));
        given().when(new Register(ANNA, SCREENED, Origin.FIRST, gated, TODAY)).refused("INVITATION_MISSING");
    }

    @Test
    @Acceptance("ST")
    void a_suspension_refuses_a_newcomer_with_its_reason_and_date_and_holds_nobodys_record() {
        var suspended = new Study(
                PROTOCOL,
                Trial.STUDY.activations(),
                new Standing(Recruitment.SUSPENDED, "2026-05-20", "supply"),
                Trial.STUDY.sites());
        assertThat(given().when(new Register(ANNA, SCREENED, suspended, TODAY))
                        .refused("STUDY_NOT_RECRUITING")
                        .detail())
                .contains("SUSPENDED as of 2026-05-20 (supply)");
        assertThat(given(CAME)
                        .when(new RecordFacts(Trial.eligibleFacts(), suspended, TODAY))
                        .accepted())
                .hasSize(1);
        assertThat(given(CAME)
                        .when(new Withdraw(SCREENED, Scope.STUDY, "moved", TODAY))
                        .accepted())
                .hasSize(1);
    }

    @Test
    void nobody_is_screened_before_the_study_was_activated_and_an_amendment_changes_nothing_in_that() {
        var early = Trial.STUDY.activations().getFirst().activatedOn().minusDays(1);
        var open = new Site("01", Trial.WARD.zone(), null, early);
        var study = new Study(
                PROTOCOL,
                List.of(Trial.STUDY.activations().getFirst(), new Activation(3, SCREENED.plusDays(9))),
                Trial.STUDY.standing(),
                List.of(open));
        given().when(new Register(ANNA, early, study, TODAY)).refused("STUDY_NOT_RECRUITING");
        given().when(new Register(ANNA, SCREENED, study, TODAY)).then(CAME);
    }

    @Test
    void a_status_that_nobody_here_knows_lets_nobody_in() {
        assertThat(Recruitment.of("PAUSED").door()).isEqualTo(Recruitment.Door.CLOSED);
        assertThat(Recruitment.of("RECRUITING").door()).isEqualTo(Recruitment.Door.OPEN);
    }
}
