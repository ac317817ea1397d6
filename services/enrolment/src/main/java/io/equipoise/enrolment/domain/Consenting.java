package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.GiveGuardianConsent;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/** Consent is given to the version in force that day, and can be taken back at any time (ICH E6(R3) 2.8). */
record Consenting(Person person) {

    Decision<EnrolmentEvent> give(GiveConsent command) {
        var consent = command.consent();
        var scoping = new Scoping(person);
        var facts = new ArrayList<EnrolmentEvent>();
        if (!person.consents().contains(consent) || person.consentWithdrawnOn() != null) {
            facts.add(new ConsentGiven(person.subject(), consent.version(), consent.givenOn()));
        }
        facts.addAll(scoping.given(command.scopes(), consent.givenOn()));
        return facts.isEmpty()
                ? accept()
                : refusal(consent, command.study().protocol(), command.today())
                        .or(() -> scoping.unknown(
                                command.scopes(), command.study().protocol()))
                        .<Decision<EnrolmentEvent>>map(Decision::refuse)
                        .orElseGet(() -> accept(facts.toArray(EnrolmentEvent[]::new)));
    }

    Optional<Refusal> refusal(Consent consent, Protocol protocol, LocalDate today) {
        if (person.isOut() || person.consentWithdrawnOn() != null) {
            return Optional.of(Withdrawing.out(person));
        }
        return Dates.notInTheFuture("givenOn", consent.givenOn(), today).or(() -> notInForce(consent, protocol));
    }

    private static Optional<Refusal> notInForce(Consent consent, Protocol protocol) {
        var versions = protocol.consentVersions();
        if (versions.isEmpty()) {
            return Optional.of(Refusal.conflict(
                    "CONSENT_VERSIONS_UNKNOWN", "the study definition names no version of the consent document"));
        }
        if (versions.stream().noneMatch(known -> known.version().equals(consent.version()))) {
            return Optional.of(Refusal.invalid(
                    "CONSENT_VERSION_UNKNOWN",
                    "version " + consent.version() + " is not one of "
                            + String.join(
                                    ", ",
                                    versions.stream()
                                            .map(ConsentVersion::version)
                                            .toList()),
                    "/version"));
        }
        var inForce = protocol.consentInForce(consent.givenOn());
        return inForce.map(ConsentVersion::version)
                        .filter(consent.version()::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "CONSENT_VERSION_NOT_IN_FORCE",
                        "on " + consent.givenOn()
                                + inForce.map(known -> " version " + known.version() + " was in force")
                                        .orElse(" no version was in force yet"),
                        "/version",
                        "/givenOn"));
    }

    /** Counts only for somebody who is not known to agree alone. */
    Decision<EnrolmentEvent> give(GiveGuardianConsent command) {
        var told = command.consent();
        if (person.agreements().guardians().contains(told) && person.consentWithdrawnOn() == null) {
            return accept();
        }
        var protocol = command.study().protocol();
        return refusal(new Consent(told.version(), told.givenOn()), protocol, command.today())
                .or(() -> new Minority(person, protocol).isAdult(told.givenOn())
                        ? Optional.of(
                                Refusal.conflict("NOT_A_MINOR", "on " + told.givenOn() + " the person agrees alone"))
                        : Optional.empty())
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(
                        new GuardianConsentGiven(person.subject(), told.version(), told.givenOn(), told.guardian())));
    }

    Decision<EnrolmentEvent> assent(RecordAssent command) {
        var assent = command.assent();
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        if (person.agreements().assents().contains(assent)) {
            return accept();
        }
        return Dates.notInTheFuture("on", assent.on(), command.today())
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new AssentRecorded(person.subject(), assent.answer(), assent.on())));
    }

    /** Both facts are told: the consent is gone, and so the person leaves the study. */
    Decision<EnrolmentEvent> withdraw(WithdrawConsent command) {
        if (person.agreements().isEmpty() || person.consentWithdrawnOn() != null) {
            return refuse(Refusal.conflict("NO_CONSENT_TO_WITHDRAW", "there is no live consent to withdraw"));
        }
        var first = person.agreements().first();
        var no = Withdrawing.noReason(command.reason())
                .or(() -> Dates.notInTheFuture("withdrawnOn", command.withdrawnOn(), command.today()))
                .or(() -> first.flatMap(given ->
                        new Dates("withdrawnOn", command.withdrawnOn()).before(given, "the consent was given")));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        var gone = new ConsentWithdrawn(person.subject(), command.withdrawnOn(), command.reason());
        return person.isOut()
                ? accept(gone)
                : accept(
                        gone,
                        new SubjectWithdrawn(
                                person.subject(), command.withdrawnOn(), Scope.STUDY, "consent withdrawn"));
    }
}
