package io.equipoise.enrolment;

import static io.equipoise.enrolment.TrialQuestions.BIRTH;
import static io.equipoise.enrolment.TrialQuestions.CONFIRMED;
import static io.equipoise.enrolment.TrialQuestions.SCREENED;
import static io.equipoise.enrolment.TrialQuestions.YEARS;
import static io.equipoise.enrolment.TrialQuestions.is;
import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Assent;
import io.equipoise.enrolment.domain.AssentAnswer;
import io.equipoise.enrolment.domain.Assessment;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Guardian;
import io.equipoise.enrolment.domain.GuardianConsent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Place;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand;
import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.GiveGuardianConsent;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Children and newborns: who agrees for them, and who asks them. */
class MinorsSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final String GUARDIAN =
            "\"guardian\":{\"basis\":\"assumed\",\"value\":{\"below\":18,\"assentFrom\":7}},";
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final EnrolmentEvent GUARDIAN_AGREED =
            new GuardianConsentGiven(ANNA, "1.0", SCREENED, Guardian.MOTHER);
    private static final EnrolmentEvent AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);
    private static final EnrolmentEvent ASSENTED = new AssentRecorded(ANNA, AssentAnswer.AGREES, SCREENED);
    private static final Study OF_3650 = study(GUARDIAN, "completedYears(fact.birthDate, screenedOn) >= 6");
    private static final Study OF_7759 = study(GUARDIAN, "completedYears(fact.birthDate, screenedOn) <= 80");
    private static final Study SILENT = study("", "completedYears(fact.birthDate, screenedOn) <= 50");

    private final TrialQuestions trials = new TrialQuestions();

    MinorsSpec() {
        super(Subject.DECIDER);
    }

    static Study study(String guardian, String when) {
        var eligibility = YEARS + CONFIRMED + "," + guardian + "\"facts\":[" + BIRTH
                + "],\"rules\":[{\"rule\":\"AGE\",\"kind\":\"INCLUSION\",\"text\":\"age\",\"when\":\"" + when + "\"}]";
        var p = TrialQuestions.study(eligibility);
        return Trial.study(new Protocol(
                p.study(),
                p.version(),
                p.ageConvention(),
                p.washoutBoundary(),
                p.facts(),
                p.rules(),
                Trial.PROTOCOL.consentVersions(),
                p.consentScopes(),
                20,
                List.of(),
                p.admission(),
                p.assessments()));
    }

    static EnrolmentEvent aged(int years) {
        return new ScreeningFactsRecorded(
                ANNA, List.of(is("birthDate", SCREENED.minusYears(years).toString())), 3);
    }

    Enrol enrol(Study study, EnrolmentEvent... facts) {
        var person = (Person) Subject.DECIDER.replay(List.of(facts));
        var criteria = trials.rules.assess(study.protocol(), SCREENED, person.latest());
        return new Enrol(
                SCREENED, new Place(1, 1), new Assessment(person.facts().size(), 3, criteria), study, TODAY);
    }

    void refused(String code, Study study, EnrolmentEvent... facts) {
        given(facts).when(enrol(study, facts)).refused(code);
    }

    void enrolled(Study study, EnrolmentEvent... facts) {
        assertThat(given(facts).when(enrol(study, facts)).accepted()).hasSize(1);
    }

    @Test
    @Acceptance("EL-3")
    void of_7759_80_is_accepted_81_is_not_and_a_child_of_5_passes_by_age_and_needs_a_guardian() {
        enrolled(OF_7759, CAME, AGREED, aged(80));
        refused("NOT_ELIGIBLE", OF_7759, CAME, AGREED, aged(81));
        assertThat(trials.answer(
                        OF_7759.protocol(),
                        "AGE",
                        is("birthDate", SCREENED.minusYears(5).toString())))
                .isEqualTo(Answer.MET);
        refused("GUARDIAN_CONSENT_MISSING", OF_7759, CAME, AGREED, aged(5));
        enrolled(OF_7759, CAME, GUARDIAN_AGREED, aged(5));
    }

    @Test
    @Acceptance("EL-14")
    void a_7_year_old_of_3650_without_a_guardians_record_is_refused() {
        refused("GUARDIAN_CONSENT_MISSING", OF_3650, CAME, aged(7));
        refused("GUARDIAN_CONSENT_MISSING", OF_3650, CAME, AGREED, ASSENTED, aged(7));
        refused("ASSENT_MISSING", OF_3650, CAME, GUARDIAN_AGREED, aged(7));
        enrolled(OF_3650, CAME, GUARDIAN_AGREED, ASSENTED, aged(7));
        enrolled(OF_3650, CAME, GUARDIAN_AGREED, aged(6));
    }

    @Test
    void a_minor_who_refuses_is_not_enrolled_until_the_minor_agrees() {
        var refuses = new AssentRecorded(ANNA, AssentAnswer.REFUSES, SCREENED);
        refused("ASSENT_MISSING", OF_3650, CAME, GUARDIAN_AGREED, ASSENTED, refuses, aged(9));
        enrolled(OF_3650, CAME, GUARDIAN_AGREED, refuses, ASSENTED, aged(9));
    }

    @Test
    void on_the_18th_birthday_a_person_agrees_alone() {
        refused("CONSENT_MISSING", OF_3650, CAME, GUARDIAN_AGREED, ASSENTED, aged(18));
        enrolled(OF_3650, CAME, AGREED, aged(18));
    }

    @Test
    void where_nobody_declared_who_agrees_for_a_minor_no_minor_is_enrolled() {
        refused("GUARDIAN_RULE_UNKNOWN", SILENT, CAME, AGREED, aged(17));
        enrolled(SILENT, CAME, AGREED, aged(18));
    }

    @Test
    void where_a_guardian_may_be_needed_the_birth_date_must_be_known() {
        refused("BIRTH_DATE_MISSING", OF_3650, CAME, AGREED);
    }

    @Test
    void a_guardian_agrees_for_nobody_who_agrees_alone() {
        var consent = new GuardianConsent("1.0", SCREENED, Guardian.MOTHER);
        given(CAME, aged(40))
                .when(new GiveGuardianConsent(consent, OF_3650, TODAY))
                .refused("NOT_A_MINOR");
        given(CAME, aged(40))
                .when(new GiveGuardianConsent(consent, SILENT, TODAY))
                .refused("NOT_A_MINOR");
        given(CAME, aged(9))
                .when(new GiveGuardianConsent(consent, OF_3650, TODAY))
                .then(GUARDIAN_AGREED);
        given(CAME).when(new GiveGuardianConsent(consent, OF_3650, TODAY)).then(GUARDIAN_AGREED);
    }

    @Test
    void a_guardian_agrees_once_to_the_version_in_force_and_never_tomorrow() {
        given(CAME, GUARDIAN_AGREED)
                .when(new GiveGuardianConsent(new GuardianConsent("1.0", SCREENED, Guardian.MOTHER), OF_3650, TODAY))
                .then();
        given(CAME)
                .when(new GiveGuardianConsent(new GuardianConsent("9", SCREENED, Guardian.MOTHER), OF_3650, TODAY))
                .refused("CONSENT_VERSION_UNKNOWN");
        given(CAME)
                .when(new GiveGuardianConsent(
                        new GuardianConsent("1.0", TODAY.plusDays(1), Guardian.MOTHER), OF_3650, TODAY))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void a_minors_answer_is_kept_once_and_not_of_tomorrow_or_of_whoever_left() {
        var agrees = new RecordAssent(new Assent(AssentAnswer.AGREES, SCREENED), TODAY);
        given(CAME).when(agrees).then(ASSENTED);
        given(CAME, ASSENTED).when(agrees).then();
        given(CAME)
                .when(new RecordAssent(new Assent(AssentAnswer.AGREES, TODAY.plusDays(1)), TODAY))
                .refused("IN_THE_FUTURE");
        given(CAME, new SubjectWithdrawn(ANNA, SCREENED, Scope.STUDY, "moved"))
                .when(agrees)
                .refused("SUBJECT_WITHDRAWN");
    }

    @Test
    void what_a_guardian_agreed_to_can_be_taken_back() {
        var facts = given(CAME, GUARDIAN_AGREED)
                .when(new WithdrawConsent(SCREENED.plusDays(1), "moved", TODAY))
                .accepted();
        assertThat(facts.getFirst()).isEqualTo(new ConsentWithdrawn(ANNA, SCREENED.plusDays(1), "moved"));
        given(CAME, GUARDIAN_AGREED)
                .when(new WithdrawConsent(SCREENED.minusDays(1), "moved", TODAY))
                .refused("DATES_OUT_OF_ORDER");
    }
}
