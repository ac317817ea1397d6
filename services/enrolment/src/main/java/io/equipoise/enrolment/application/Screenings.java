package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.Assent;
import io.equipoise.enrolment.domain.Assessment;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.GuardianConsent;
import io.equipoise.enrolment.domain.PriorTreatment;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand.FailScreening;
import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.GiveGuardianConsent;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssent;
import io.equipoise.enrolment.domain.SubjectCommand.RecordFacts;
import io.equipoise.enrolment.domain.SubjectCommand.RecordTreatments;
import io.equipoise.enrolment.domain.SubjectCommand.TakeFromEhr;
import io.equipoise.enrolment.domain.SubjectCommand.Withdraw;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consent, facts, and the ways out of a study. */
public final class Screenings {
    private static final int PATIENCE = 20;

    private final People people;

    public Screenings(People people) {
        this.people = people;
    }

    public Outcome<EnrolmentEvent> giveConsent(SubjectId subject, Consent consent, Attribution by) {
        return people.ask(subject, consent.givenOn(), (study, today) -> new GiveConsent(consent, study, today), by);
    }

    public Outcome<EnrolmentEvent> withdrawConsent(SubjectId subject, LocalDate on, String reason, Attribution by) {
        return people.ask(subject, on, (study, today) -> new WithdrawConsent(on, reason, today), by.withReason(reason));
    }

    public Outcome<EnrolmentEvent> recordFacts(SubjectId subject, List<Fact> facts, Attribution by) {
        return people.ask(subject, lastObserved(facts, by), (study, today) -> new RecordFacts(facts, study, today), by);
    }

    public Outcome<EnrolmentEvent> takeFromEhr(
            SubjectId subject, List<Fact> facts, @Nullable Consent consent, Attribution by) {
        return people.ask(
                subject, lastObserved(facts, by), (study, today) -> new TakeFromEhr(facts, consent, study, today), by);
    }

    public Outcome<EnrolmentEvent> withdraw(
            SubjectId subject, LocalDate on, Scope scope, String reason, Attribution by) {
        return people.ask(subject, on, (study, today) -> new Withdraw(on, scope, reason, today), by.withReason(reason));
    }

    public Outcome<EnrolmentEvent> giveGuardianConsent(SubjectId subject, GuardianConsent consent, Attribution by) {
        return people.ask(
                subject, consent.givenOn(), (study, today) -> new GiveGuardianConsent(consent, study, today), by);
    }

    public Outcome<EnrolmentEvent> recordAssent(SubjectId subject, Assent assent, Attribution by) {
        return people.ask(subject, assent.on(), (study, today) -> new RecordAssent(assent, today), by);
    }

    public Outcome<EnrolmentEvent> recordTreatments(
            SubjectId subject, List<PriorTreatment> treatments, Attribution by) {
        var today = LocalDate.ofInstant(by.recordedAt(), ZoneOffset.UTC);
        return people.ask(subject, today, (study, day) -> new RecordTreatments(treatments, day), by);
    }

    /** Names the rules that were not met; assessed again where facts come in meanwhile. */
    public Outcome<EnrolmentEvent> fail(SubjectId subject, LocalDate on, String reason, Attribution by) {
        for (int attempt = 1; ; attempt++) {
            var assessment = eligibility(subject);
            if (assessment.isEmpty()) {
                return new Outcome.Refused<>(Subject.unknown());
            }
            var outcome = people.ask(
                    subject,
                    on,
                    (study, today) -> new FailScreening(on, reason, assessment.get(), today),
                    by.withReason(reason));
            if (attempt == PATIENCE || !isOutOfDate(outcome)) {
                return outcome;
            }
        }
    }

    public Optional<Assessment> eligibility(SubjectId subject) {
        return people.find(subject).flatMap(person -> people.study(subject).map(study -> people.assess(person, study)));
    }

    static boolean isOutOfDate(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Outcome.Refused<EnrolmentEvent>(var reason)
                && reason.code().equals("ASSESSMENT_OUT_OF_DATE");
    }

    private static LocalDate lastObserved(List<Fact> facts, Attribution by) {
        return facts.stream()
                .map(Fact::observedOn)
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(by.recordedAt(), ZoneOffset.UTC));
    }
}
