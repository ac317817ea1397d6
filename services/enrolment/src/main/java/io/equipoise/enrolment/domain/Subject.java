package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.SubjectCommand.AllowRescreening;
import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.FailScreening;
import io.equipoise.enrolment.domain.SubjectCommand.ForfeitPlace;
import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.GiveGuardianConsent;
import io.equipoise.enrolment.domain.SubjectCommand.MoveToVersion;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssent;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssessment;
import io.equipoise.enrolment.domain.SubjectCommand.RecordFacts;
import io.equipoise.enrolment.domain.SubjectCommand.RecordPuncture;
import io.equipoise.enrolment.domain.SubjectCommand.RecordSample;
import io.equipoise.enrolment.domain.SubjectCommand.RecordTreatments;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.enrolment.domain.SubjectCommand.TakeFromEhr;
import io.equipoise.enrolment.domain.SubjectCommand.Withdraw;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawScopes;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** One person in one study: nobody yet, or a person with a record. */
public sealed interface Subject permits Subject.Nobody, Person {
    Decider<Subject, SubjectCommand, EnrolmentEvent> DECIDER =
            new Decider<>(new Nobody(), Subject::decide, Subject::evolve);

    /** No such person has been registered. */
    record Nobody() implements Subject {}

    static Refusal unknown() {
        return Refusal.unknown("SUBJECT_UNKNOWN", "no subject of this number has been registered");
    }

    static Refusal notFailed(SubjectId subject) {
        return Refusal.conflict("SCREENING_NOT_FAILED", "the screening of " + subject + " has not failed");
    }

    static Refusal rescreened(SubjectId as) {
        return Refusal.conflict("RESCREENED_ALREADY", "the person came again as " + as);
    }

    private static Decision<EnrolmentEvent> decide(Subject state, SubjectCommand command) {
        return switch (state) {
            case Nobody nobody -> command instanceof Register register ? register(register) : refuse(unknown());
            case Person person ->
                switch (command) {
                    case Register register ->
                        refuse(Refusal.conflict(
                                "ALREADY_REGISTERED", register.subject() + " has been registered already"));
                    case GiveConsent give -> new Consenting(person).give(give);
                    case WithdrawConsent withdraw -> new Consenting(person).withdraw(withdraw);
                    case WithdrawScopes withdraw -> new Scoping(person).withdraw(withdraw);
                    case RecordFacts record -> new Screening(person).record(record);
                    case TakeFromEhr told -> new Screening(person).takeFromEhr(told);
                    case FailScreening fail -> new Screening(person).fail(fail);
                    case Enrol enrol -> new Enrolling(person).enrol(enrol);
                    case ForfeitPlace forfeit -> new Enrolling(person).forfeit(forfeit);
                    case Withdraw withdraw -> new Withdrawing(person).withdraw(withdraw);
                    case GiveGuardianConsent give -> new Consenting(person).give(give);
                    case RecordAssent record -> new Consenting(person).assent(record);
                    case RecordTreatments record -> new Treatments(person).record(record);
                    case RecordAssessment record -> new Assessing(person).record(record);
                    case RecordPuncture record -> new Assessing(person).record(record);
                    case RecordSample record -> new Assessing(person).record(record);
                    case AllowRescreening allow -> new Moving(person).rescreen(allow);
                    case MoveToVersion move -> new Moving(person).move(move);
                };
        };
    }

    private static Decision<EnrolmentEvent> register(Register command) {
        var day = command.screenedOn();
        var origin = command.origin();
        var earlier = origin.earlier();
        Optional<Refusal> no = Dates.notInTheFuture("screenedOn", day, command.today())
                .or(() -> command.study().closed(command.subject().site(), day))
                .or(() -> command.study().idle(day, origin.invitation()))
                .or(() -> earlier == null
                        ? Optional.empty()
                        : new Dates("screenedOn", day).before(earlier.failedOn(), "the attempt before failed"));
        return no.<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new SubjectRegistered(
                        command.subject(),
                        day,
                        earlier == null ? null : earlier.subject(),
                        earlier == null ? 1 : earlier.attempt() + 1,
                        origin.invitation())));
    }

    private static Subject evolve(Subject state, EnrolmentEvent event) {
        return switch (event) {
            case SubjectRegistered registered -> Person.registered(registered);
            case SubjectEvent later ->
                switch (state) {
                    case Nobody nobody -> throw new IllegalStateException("nobody was registered before " + later);
                    case Person person -> person(person, later);
                };
            case PlaceEvent foreign ->
                throw new IllegalStateException("a place's fact in a person's stream: " + foreign);
            case InvitationEvent foreign ->
                throw new IllegalStateException("an invitation in a person's stream: " + foreign);
            case SiteRulesEvent foreign ->
                throw new IllegalStateException("a site's rules in a person's stream: " + foreign);
            case SealAnchored foreign -> throw new IllegalStateException("an anchor in a person's stream: " + foreign);
        };
    }

    private static Person person(Person person, SubjectEvent event) {
        return switch (event) {
            case SubjectRegistered again -> throw new IllegalStateException("registered twice: " + again);
            case ConsentGiven given ->
                person.with(person.agreements().with(new Consent(given.version(), given.givenOn())));
            case GuardianConsentGiven given ->
                person.with(person.agreements()
                        .with(new GuardianConsent(given.version(), given.givenOn(), given.guardian())));
            case AssentRecorded assent ->
                person.with(person.agreements().with(new Assent(assent.answer(), assent.on())));
            case ConsentWithdrawn withdrawn -> person.with(person.agreements().withdrawn(withdrawn.withdrawnOn()));
            case ConsentScopesGiven(var subject, var scopes, var day) ->
                person.with(person.agreements().scopesGiven(scopes, day));
            case ConsentScopesWithdrawn(var subject, var scopes, var day, var reason) ->
                person.with(person.agreements().scopesWithdrawn(scopes, day));
            case ScreeningFactsRecorded recorded -> person.withFacts(recorded.facts());
            case EhrItemsSetAside aside -> person.withSetAside(aside.items());
            case PriorTreatmentsRecorded recorded -> person.withTreatments(recorded.treatments());
            case ExaminationEvent examined -> person.with(person.examinations().after(examined));
            case SubjectScreenFailed failed ->
                person.with(person.arrival().failed(failed.on())).at(Stage.SCREEN_FAILED);
            case SubjectRescreened again -> person.with(person.arrival().rescreened(again.as()));
            case SubjectEnrolled enrolled ->
                person.with(person.participation()
                                .enrolled(enrolled.enrolledOn(), enrolled.place(), enrolled.definitionVersion()))
                        .at(Stage.ENROLLED);
            case SiteRulesApplied kept -> person;
            case SubjectMovedToVersion moved ->
                person.with(person.participation().moved(moved.version()));
            case SubjectWithdrawn withdrawn -> person.withdrawn(withdrawn.scope());
            case PlaceForfeited forfeited -> person.with(person.participation().forfeited(forfeited.place()));
        };
    }
}
