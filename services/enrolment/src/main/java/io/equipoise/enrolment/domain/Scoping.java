package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.WithdrawScopes;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesWithdrawn;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a person agrees to beside taking part, each by its name: given with the consent, and taken back alone. */
record Scoping(Person person) {

    /** What is new of it. */
    List<EnrolmentEvent> given(List<String> scopes, LocalDate day) {
        var fresh = scopes.stream()
                .distinct()
                .filter(scope -> person.agreements().live(scope).isEmpty())
                .toList();
        return fresh.isEmpty() ? List.of() : List.of(new ConsentScopesGiven(person.subject(), fresh, day));
    }

    Optional<Refusal> unknown(List<String> scopes, Protocol protocol) {
        for (int i = 0; i < scopes.size(); i++) {
            if (!protocol.consentScopes().contains(scopes.get(i))) {
                return Optional.of(Refusal.invalid(
                        "CONSENT_SCOPE_UNKNOWN",
                        "the definition asks for " + protocol.consentScopes() + " beside taking part",
                        "/scopes/" + i));
            }
        }
        return Optional.empty();
    }

    /** The person stays in the study. */
    Decision<EnrolmentEvent> withdraw(WithdrawScopes command) {
        var scopes = command.scopes().stream().distinct().toList();
        var first = Withdrawing.noReason(command.reason())
                .or(() -> Dates.notInTheFuture("withdrawnOn", command.withdrawnOn(), command.today()));
        if (first.isPresent()) {
            return refuse(first.get());
        }
        for (var scope : scopes) {
            var live = person.agreements().live(scope);
            if (live.isEmpty()) {
                return refuse(Refusal.conflict("CONSENT_SCOPE_NOT_GIVEN", "there is no live consent to " + scope));
            }
            var early = new Dates("withdrawnOn", command.withdrawnOn())
                    .before(live.get().givenOn(), "it was given");
            if (early.isPresent()) {
                return refuse(early.get());
            }
        }
        return scopes.isEmpty()
                ? accept()
                : accept(new ConsentScopesWithdrawn(person.subject(), scopes, command.withdrawnOn(), command.reason()));
    }
}
