package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.ForfeitPlace;
import io.equipoise.enrolment.domain.SubjectCommand.Withdraw;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrolmentSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    static final Place THIRD = new Place(3, 3);
    static final Criterion MET = new Criterion("AGE", "INCLUSION", "18 to 65", Answer.MET, "46", List.of());
    static final Criterion NOT_MET = new Criterion("EDSS", "INCLUSION", "3 to 6.5", Answer.NOT_MET, "2.5", List.of());
    static final Criterion OPEN =
            new Criterion("NO_MALIGNANCY", "EXCLUSION", "malignancy", Answer.NOT_ASSESSED, "-", List.of());
    static final Assessment ELIGIBLE = new Assessment(11, 2, List.of(MET));
    static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    static final EnrolmentEvent AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);
    static final EnrolmentEvent EXAMINED = new ScreeningFactsRecorded(ANNA, Trial.eligibleFacts(), 2);
    static final EnrolmentEvent IN = enrolledOn(THIRD);

    EnrolmentSpec() {
        super(Subject.DECIDER);
    }

    static SubjectEnrolled enrolledOn(Place place) {
        return new SubjectEnrolled(ANNA, ENROLLED, place, Map.of(), 2, List.of(MET));
    }

    static Enrol enrol(Assessment assessment, Study study) {
        return new Enrol(ENROLLED, THIRD, assessment, study, TODAY);
    }

    static Enrol on(LocalDate day) {
        return new Enrol(day, THIRD, ELIGIBLE, STUDY, TODAY);
    }

    static Study stratifiedBy(Stratum stratum) {
        return Trial.study(new Protocol(
                PROTOCOL.study(),
                2,
                PROTOCOL.ageConvention(),
                PROTOCOL.washoutBoundary(),
                PROTOCOL.facts(),
                PROTOCOL.rules(),
                PROTOCOL.consentVersions(),
                List.of(),
                20,
                List.of(stratum),
                Admission.SILENT,
                List.of()));
    }

    @Test
    void anna_is_enrolled_on_her_place_with_the_criteria_that_were_answered() {
        given(CAME, AGREED, EXAMINED).when(enrol(ELIGIBLE, STUDY)).then(IN);
    }

    @Test
    void EL_19_nobody_is_enrolled_without_a_live_consent() {
        given(CAME, EXAMINED).when(enrol(ELIGIBLE, STUDY)).refused("CONSENT_MISSING");
    }

    @Test
    void EL_19_a_consent_given_after_the_enrolment_does_not_count() {
        given(CAME, EXAMINED, new ConsentGiven(ANNA, "1.0", ENROLLED.plusDays(1)))
                .when(enrol(ELIGIBLE, STUDY))
                .refused("CONSENT_MISSING");
    }

    @Test
    void EL_12_what_is_not_assessed_keeps_anna_out_as_what_is_not_met() {
        var refusal = given(CAME, AGREED, EXAMINED)
                .when(enrol(new Assessment(11, 2, List.of(MET, NOT_MET, OPEN)), STUDY))
                .refused("NOT_ELIGIBLE");
        assertThat(refusal.pointers()).containsExactly("EDSS", "NO_MALIGNANCY");
        assertThat(refusal.detail()).isEqualTo("not met: EDSS; not assessed: NO_MALIGNANCY");
        given(CAME, AGREED, EXAMINED)
                .when(enrol(new Assessment(11, 2, List.of(MET, OPEN)), STUDY))
                .refused("NOT_ELIGIBLE");
    }

    @Test
    void EL_18_no_rules_are_not_the_same_as_no_limits() {
        given(CAME, AGREED, EXAMINED)
                .when(enrol(new Assessment(11, 2, List.of()), STUDY))
                .refused("NOT_ELIGIBLE");
    }

    @Test
    void an_assessment_that_facts_have_overtaken_decides_nothing() {
        given(CAME, AGREED, EXAMINED)
                .when(enrol(new Assessment(10, 2, List.of(MET)), STUDY))
                .refused("ASSESSMENT_OUT_OF_DATE");
    }

    @Test
    void a_study_that_is_not_active_or_does_not_recruit_enrols_nobody() {
        var anna = given(CAME, AGREED, EXAMINED);
        var sites = STUDY.sites();
        var recruiting = STUDY.standing();
        anna.when(enrol(ELIGIBLE, new Study(PROTOCOL, List.of(), recruiting, sites)))
                .refused("STUDY_NOT_RECRUITING");
        anna.when(enrol(ELIGIBLE, Trial.study(PROTOCOL, Recruitment.SUSPENDED))).refused("STUDY_NOT_RECRUITING");
        var tomorrow = List.of(new Activation(2, ENROLLED.plusDays(1)));
        anna.when(enrol(ELIGIBLE, new Study(PROTOCOL, tomorrow, recruiting, sites)))
                .refused("STUDY_NOT_RECRUITING");
    }

    @Test
    void a_site_that_is_not_open_enrols_nobody() {
        given(CAME, AGREED, EXAMINED)
                .when(enrol(ELIGIBLE, new Study(PROTOCOL, STUDY.activations(), STUDY.standing(), List.of())))
                .refused("SITE_NOT_OPEN");
    }

    @Test
    void nobody_is_enrolled_tomorrow_or_before_the_screening() {
        given(CAME, AGREED, EXAMINED).when(on(TODAY.plusDays(1))).refused("IN_THE_FUTURE");
        given(CAME, AGREED, EXAMINED).when(on(SCREENED.minusDays(1))).refused("DATES_OUT_OF_ORDER");
    }

    @Test
    void without_a_place_a_place_is_all_that_is_missing() {
        given(CAME, AGREED, EXAMINED)
                .when(new Enrol(ENROLLED, Place.NONE, ELIGIBLE, STUDY, TODAY))
                .refused("PLACE_MISSING");
    }

    @Test
    void a_forfeited_place_enrols_nobody_and_a_later_one_does() {
        var lost = new PlaceForfeited(ANNA, 3);
        given(CAME, AGREED, EXAMINED, lost).when(enrol(ELIGIBLE, STUDY)).refused("PLACE_FORFEITED");
        given(CAME, AGREED, EXAMINED, lost)
                .when(new Enrol(ENROLLED, new Place(4, 3), ELIGIBLE, STUDY, TODAY))
                .then(enrolledOn(new Place(4, 3)));
    }

    @Test
    void a_place_is_forfeited_once_and_never_by_whoever_is_enrolled_on_it() {
        given(CAME).when(new ForfeitPlace(3, TODAY)).then(new PlaceForfeited(ANNA, 3));
        given(CAME, new PlaceForfeited(ANNA, 3))
                .when(new ForfeitPlace(3, TODAY))
                .then();
        given(CAME, AGREED, EXAMINED, IN).when(new ForfeitPlace(3, TODAY)).refused("ALREADY_ENROLLED");
    }

    @Test
    void strata_are_the_facts_that_the_study_stratifies_by() {
        given(CAME, AGREED, EXAMINED)
                .when(enrol(ELIGIBLE, stratifiedBy(new Stratum("TYPE", "diagnosis", List.of()))))
                .then(new SubjectEnrolled(
                        ANNA, ENROLLED, THIRD, Map.of("TYPE", "PRIMARY_PROGRESSIVE_MS"), 2, List.of(MET)));
    }

    @Test
    void a_stratum_that_does_not_follow_from_a_fact_keeps_anna_out() {
        given(CAME, AGREED, EXAMINED)
                .when(enrol(ELIGIBLE, stratifiedBy(new Stratum("SEX", "sex", List.of()))))
                .refused("STRATUM_MISSING");
        given(CAME, AGREED, EXAMINED)
                .when(enrol(ELIGIBLE, stratifiedBy(new Stratum("TYPE", "diagnosis", List.of("A", "B")))))
                .refused("STRATUM_MISSING");
    }

    @Test
    void nobody_is_enrolled_twice_or_after_leaving() {
        given(CAME, AGREED, EXAMINED, IN).when(enrol(ELIGIBLE, STUDY)).refused("ALREADY_ENROLLED");
        given(CAME, AGREED, EXAMINED, new SubjectScreenFailed(ANNA, SCREENED, List.of(), "low", 2))
                .when(enrol(ELIGIBLE, STUDY))
                .refused("SCREENING_FAILED");
        given(CAME, AGREED, EXAMINED, new SubjectWithdrawn(ANNA, SCREENED, Scope.STUDY, "moved"))
                .when(enrol(ELIGIBLE, STUDY))
                .refused("SUBJECT_WITHDRAWN");
        given().when(enrol(ELIGIBLE, STUDY)).refused("SUBJECT_UNKNOWN");
    }

    @Test
    void anna_leaves_treatment_and_then_the_study() {
        var stopped = new SubjectWithdrawn(ANNA, ENROLLED, Scope.TREATMENT, "rash");
        given(CAME, AGREED, EXAMINED, IN)
                .when(new Withdraw(ENROLLED, Scope.TREATMENT, "rash", TODAY))
                .then(stopped)
                .when(new Withdraw(TODAY, Scope.STUDY, "moved", TODAY))
                .then(new SubjectWithdrawn(ANNA, TODAY, Scope.STUDY, "moved"));
    }

    @Test
    void treatment_is_left_once_and_only_by_whoever_is_enrolled() {
        var stop = new Withdraw(ENROLLED, Scope.TREATMENT, "rash", TODAY);
        given(CAME).when(stop).refused("NOT_ENROLLED");
        given(CAME, AGREED, EXAMINED, IN, new SubjectWithdrawn(ANNA, ENROLLED, Scope.TREATMENT, "rash"))
                .when(stop)
                .refused("TREATMENT_STOPPED_ALREADY");
    }

    @Test
    void the_study_is_left_once() {
        given(CAME, new SubjectWithdrawn(ANNA, SCREENED, Scope.STUDY, "moved"))
                .when(new Withdraw(TODAY, Scope.STUDY, "moved", TODAY))
                .refused("SUBJECT_WITHDRAWN");
    }

    @Test
    void leaving_wants_a_reason_and_a_day_that_can_be() {
        var anna = given(CAME, AGREED, EXAMINED, IN);
        anna.when(new Withdraw(TODAY, Scope.STUDY, "", TODAY)).refused("REASON_MISSING");
        anna.when(new Withdraw(TODAY.plusDays(1), Scope.STUDY, "moved", TODAY)).refused("IN_THE_FUTURE");
        anna.when(new Withdraw(ENROLLED.minusDays(1), Scope.STUDY, "moved", TODAY))
                .refused("DATES_OUT_OF_ORDER");
    }
}
