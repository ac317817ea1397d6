package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.Withdraw;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** A person leaves treatment and stays in follow-up, or leaves the study. */
record Withdrawing(Person person) {

    Decision<EnrolmentEvent> withdraw(Withdraw command) {
        if (person.isOut()) {
            return refuse(out(person));
        }
        if (command.scope() == Scope.TREATMENT && person.stage() != Stage.ENROLLED) {
            return refuse(Refusal.conflict(
                    "NOT_ENROLLED", "only an enrolled subject can leave treatment; this one is still being screened"));
        }
        if (command.scope() == Scope.TREATMENT && person.treatmentStopped()) {
            return refuse(Refusal.conflict("TREATMENT_STOPPED_ALREADY", "the subject has left treatment already"));
        }
        return noReason(command.reason())
                .or(() -> Dates.notInTheFuture("on", command.on(), command.today()))
                .or(() -> new Dates("on", command.on()).before(person.cameIn(), "the subject came in"))
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(
                        new SubjectWithdrawn(person.subject(), command.on(), command.scope(), command.reason())));
    }

    static Refusal out(Person person) {
        return person.stage() == Stage.SCREEN_FAILED
                ? Refusal.conflict(
                        "SCREENING_FAILED",
                        "the subject's screening failed; a new screening has a new number, linked to this one")
                : Refusal.conflict("SUBJECT_WITHDRAWN", "the subject has left the study");
    }

    static Optional<Refusal> noReason(String reason) {
        return reason.isBlank()
                ? Optional.of(Refusal.invalid("REASON_MISSING", "say why in a few words", "/reason"))
                : Optional.empty();
    }
}
