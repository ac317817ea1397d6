package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.AllowRescreening;
import io.equipoise.enrolment.domain.SubjectCommand.MoveToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** A person goes over to a later version of the definition, or comes again under another number. */
record Moving(Person person) {

    Decision<EnrolmentEvent> move(MoveToVersion command) {
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        var from = person.participation().version();
        if (from == null) {
            return refuse(Refusal.conflict(
                    "NOT_ENROLLED",
                    "a person in screening is assessed by the version in force; nobody need move them"));
        }
        var to = command.to().version();
        var activation = command.study().activation(to);
        if (activation.isEmpty()) {
            return refuse(Refusal.invalid("VERSION_NOT_ACTIVATED", "version " + to + " is not activated", "/version"));
        }
        if (to <= from) {
            return refuse(Refusal.invalid(
                    "VERSION_NOT_LATER",
                    "the person follows version " + from + "; moving is to a later one",
                    "/version"));
        }
        var on = new Dates("on", command.on());
        return Withdrawing.noReason(command.reason())
                .or(() -> Dates.notInTheFuture("on", command.on(), command.today()))
                .or(() -> on.before(person.cameIn(), "the enrolment"))
                .or(() -> on.before(activation.get().activatedOn(), "the version's activation"))
                .or(() -> notAgreedAgain(command))
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        accept(new SubjectMovedToVersion(person.subject(), from, to, command.on(), command.reason())));
    }

    private Optional<Refusal> notAgreedAgain(MoveToVersion command) {
        var needed = command.to().consentInForce(command.on());
        var lacking = new Reconsent(person, command.study().protocol()).lacking(command.to(), command.on());
        return lacking
                ? Optional.of(Refusal.conflict(
                        "RECONSENT_MISSING",
                        "version " + needed.map(ConsentVersion::version).orElse("")
                                + " of the consent document came into force, and the person has not agreed to it by "
                                + command.on()))
                : Optional.empty();
    }

    /** Bound before the new number is opened, so that one failed attempt is followed by one attempt. */
    Decision<EnrolmentEvent> rescreen(AllowRescreening command) {
        if (person.stage() != Stage.SCREEN_FAILED) {
            return refuse(Subject.notFailed(person.subject()));
        }
        var as = person.arrival().rescreenedAs();
        if (command.as().equals(as)) {
            return accept();
        }
        return as == null || as.equals(command.instead())
                ? accept(new SubjectRescreened(person.subject(), command.as()))
                : refuse(Subject.rescreened(as));
    }
}
