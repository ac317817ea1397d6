package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawConsent;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Consent is given to the version in force that day, and can be taken back at any time (ICH E6(R3) 2.8). */
record Consenting(Person person) {

    Decision<EnrolmentEvent> give(GiveConsent command) {
        var consent = command.consent();
        if (person.consents().contains(consent) && person.consentWithdrawnOn() == null) {
            return accept();
        }
        return refusal(consent, command.study().protocol(), command.today())
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new ConsentGiven(person.subject(), consent.version(), consent.givenOn())));
    }

    Optional<Refusal> refusal(Consent consent, Protocol protocol, LocalDate today) {
        if (person.isOut() || person.consentWithdrawnOn() != null) {
            return Optional.of(Withdrawing.out(person));
        }
        return Dates.notInTheFuture("givenOn", consent.givenOn(), today)
                .or(() -> notInForce(consent, protocol.consentVersions()));
    }

    private static Optional<Refusal> notInForce(Consent consent, List<ConsentVersion> versions) {
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
        var inForce = versions.stream()
                .filter(known -> !known.from().isAfter(consent.givenOn()))
                .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
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

    /** Both facts are told: the consent is gone, and so the person leaves the study. */
    Decision<EnrolmentEvent> withdraw(WithdrawConsent command) {
        if (person.consents().isEmpty() || person.consentWithdrawnOn() != null) {
            return refuse(Refusal.conflict("NO_CONSENT_TO_WITHDRAW", "there is no live consent to withdraw"));
        }
        var first = person.consents().stream().map(Consent::givenOn).min(LocalDate::compareTo);
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
