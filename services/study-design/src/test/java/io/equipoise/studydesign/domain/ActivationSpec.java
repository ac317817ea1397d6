package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static io.equipoise.studydesign.Definitions.read;
import static io.equipoise.studydesign.Definitions.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ActivationSpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate FEBRUARY = LocalDate.parse("2025-02-03");
    private static final String WHY_RECRUITING = "a suspended study enrols nobody";

    private static final StudyDefined REGISTERED = version(1, new Definition(AS_REGISTERED));
    private static final StudyDefined ASSUMED = version(2, new Definition(AS_REGISTERED).patched(ASSUMPTIONS));
    private static final StudyStatusChanged RECRUITING =
            new StudyStatusChanged(BIO, Status.RECRUITING, TODAY, WHY_RECRUITING);

    ActivationSpec() {
        super(Study.decider(PublishedForm.form()));
    }

    @Test
    void a_study_may_enrol_while_only_its_doses_are_unknown() {
        var noAmount = version(
                3,
                new Definition(ASSUMED.definition())
                        .patched(read("dosing: {courses: {INFUSION: {amount: {basis: unknown, value: null}}}}")));
        var enrolling = new StudyActivated(BIO, 3, TODAY, Scope.ENROLMENT);
        assertThat(given(REGISTERED, ASSUMED, RECRUITING, noAmount)
                        .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                        .refused("STUDY_HAS_GAPS")
                        .pointers())
                .containsExactly("/dosing/courses/0/amount");
        given(REGISTERED, ASSUMED, RECRUITING, noAmount)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT, NOW))
                .then(enrolling);
        given(REGISTERED, ASSUMED, RECRUITING, noAmount, enrolling)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT, NOW))
                .then();
    }

    @Test
    void a_study_does_not_enrol_while_its_enrolment_has_gaps() {
        assertThat(given(REGISTERED)
                        .when(new Activate(BIO, FEBRUARY, Scope.ENROLMENT, NOW))
                        .refused("STUDY_HAS_GAPS")
                        .pointers())
                .containsExactly("/design/ratio", "/design/maskedParties");
    }

    @Test
    void what_was_activated_to_enrol_is_activated_for_everything_and_not_back() {
        var enrolling = new StudyActivated(BIO, 2, FEBRUARY, Scope.ENROLMENT);
        given(REGISTERED, ASSUMED, RECRUITING, enrolling)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .then(activated(2, TODAY));
        given(REGISTERED, ASSUMED, RECRUITING, activated(2, FEBRUARY))
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT, NOW))
                .then();
    }

    private static StudyActivated activated(int version, LocalDate on) {
        return new StudyActivated(BIO, version, on, Scope.ENROLMENT_AND_DOSING);
    }
}
