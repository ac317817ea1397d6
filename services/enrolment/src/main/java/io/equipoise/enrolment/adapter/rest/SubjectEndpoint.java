package io.equipoise.enrolment.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.application.SubjectList;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Assent;
import io.equipoise.enrolment.domain.Assessment;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.GuardianConsent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.PriorTreatment;
import io.equipoise.enrolment.domain.ScopedConsent;
import io.equipoise.enrolment.domain.SetAside;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Doors that show people and how their criteria are answered. */
@RestController
class SubjectEndpoint {
    private final People people;
    private final SubjectList list;

    SubjectEndpoint(People people, SubjectList list) {
        this.people = people;
        this.list = list;
    }

    record Shown(
            String subject,
            String study,
            String site,
            Stage stage,
            LocalDate screenedOn,
            int attempt,
            @Nullable String rescreenOf,
            @Nullable String rescreenedAs,
            @Nullable String invitation,
            List<Consent> consents,
            List<GuardianConsent> guardianConsents,
            List<Assent> assents,
            List<ScopedConsent> consentScopes,
            @Nullable LocalDate consentWithdrawnOn,
            @Nullable LocalDate enrolledOn,
            @Nullable Integer ordinal,
            @Nullable Integer definitionVersion,
            boolean treatmentStopped,
            List<Fact> facts,
            List<PriorTreatment> priorTreatments,
            List<SetAside> setAside) {}

    /** @param siteRules the version of the site's own rules that are among the criteria, if it has any */
    record Eligibility(
            String subject,
            LocalDate screenedOn,
            boolean eligible,
            @Nullable Integer siteRules,
            List<Answered> criteria) {}

    record Answered(
            String rule,
            String kind,
            String text,
            Answer answer,
            String because,
            List<Fact> facts,
            int definitionVersion) {}

    record Subjects(String study, List<SubjectList.Line> subjects) {}

    @GetMapping("/api/subjects/{subject}")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR})
    Shown show(@PathVariable String subject, Caller caller) {
        var person = person(Doors.enter(subject, caller));
        var id = person.subject();
        var place = person.place();
        var arrival = person.arrival();
        return new Shown(
                id.toString(),
                id.study(),
                id.site(),
                person.stage(),
                person.screenedOn(),
                arrival.attempt(),
                named(arrival.rescreenOf()),
                named(arrival.rescreenedAs()),
                arrival.invitation(),
                person.consents(),
                person.agreements().guardians(),
                person.agreements().assents(),
                person.agreements().scopes(),
                person.consentWithdrawnOn(),
                person.enrolledOn(),
                place == null ? null : place.ordinal(),
                person.participation().version(),
                person.treatmentStopped(),
                person.facts(),
                person.treatments(),
                person.setAside());
    }

    private static @Nullable String named(@Nullable SubjectId subject) {
        return subject == null ? null : subject.toString();
    }

    @GetMapping("/api/subjects/{subject}/eligibility")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR})
    Eligibility eligibility(@PathVariable String subject, Caller caller) {
        var person = person(Doors.enter(subject, caller));
        var assessment = people.assess(person, study(person.subject()));
        var criteria = assessment.criteria().stream()
                .map(criterion -> answered(criterion, assessment))
                .toList();
        return new Eligibility(subject, person.screenedOn(), assessment.eligible(), assessment.siteRules(), criteria);
    }

    @GetMapping("/api/studies/{study}/subjects")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    Subjects list(@PathVariable String study, Caller caller) {
        study(study);
        return new Subjects(
                study,
                list.of(study).stream().filter(line -> caller.sees(line.site())).toList());
    }

    private static Answered answered(Criterion criterion, Assessment assessment) {
        return new Answered(
                criterion.rule(),
                criterion.kind(),
                criterion.text(),
                criterion.answer(),
                criterion.because(),
                criterion.facts(),
                assessment.definitionVersion());
    }

    private Person person(SubjectId subject) {
        return people.find(subject).orElseThrow(() -> new Problem(Subject.unknown()));
    }

    private Study study(SubjectId subject) {
        return people.study(subject).orElseThrow(() -> new Problem(People.unknownStudy(subject.study())));
    }

    private Study study(String study) {
        return people.study(study).orElseThrow(() -> new Problem(People.unknownStudy(study)));
    }
}
