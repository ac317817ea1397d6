package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.FactChecks.Checked;
import io.equipoise.enrolment.domain.SubjectCommand.FailScreening;
import io.equipoise.enrolment.domain.SubjectCommand.RecordFacts;
import io.equipoise.enrolment.domain.SubjectCommand.TakeFromEhr;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What is learned about a person, and the end of a screening that did not lead into the study. */
record Screening(Person person) {

    Decision<EnrolmentEvent> record(RecordFacts command) {
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        var checks = new FactChecks(command.study().protocol(), command.today());
        var no = checks.refusal(command.facts());
        if (no.isPresent()) {
            return refuse(no.get());
        }
        var fresh = fresh(good(command.facts().stream().map(checks::check).toList()));
        return fresh.isEmpty() ? accept() : accept(recorded(fresh, command.study()));
    }

    /** Nothing more is taken of a person who has left. */
    Decision<EnrolmentEvent> takeFromEhr(TakeFromEhr command) {
        if (person.isOut()) {
            return accept();
        }
        var checks = new FactChecks(command.study().protocol(), command.today());
        var checked = command.facts().stream().map(checks::check).toList();
        var events = new ArrayList<EnrolmentEvent>();
        var aside = new ArrayList<SetAside>();
        for (var each : checked) {
            if (each instanceof Checked.Bad bad) {
                aside.add(new SetAside(bad.fact().fact(), bad.fact().value(), bad.code(), bad.why()));
            }
        }
        var fresh = fresh(good(checked));
        if (!fresh.isEmpty()) {
            events.add(recorded(fresh, command.study()));
        }
        var consent = command.consent();
        if (consent != null && !person.consents().contains(consent)) {
            new Consenting(person)
                    .refusal(consent, command.study().protocol(), command.today())
                    .ifPresentOrElse(
                            no -> aside.add(new SetAside("consent", consent.version(), no.code(), no.detail())),
                            () -> events.add(new ConsentGiven(person.subject(), consent.version(), consent.givenOn())));
        }
        aside.removeAll(person.setAside());
        if (!aside.isEmpty()) {
            events.add(new EhrItemsSetAside(person.subject(), aside));
        }
        return accept(events);
    }

    Decision<EnrolmentEvent> fail(FailScreening command) {
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        if (person.stage() == Stage.ENROLLED) {
            return refuse(Refusal.conflict("ALREADY_ENROLLED", "the subject is enrolled; a withdrawal would be right"));
        }
        var no = Withdrawing.noReason(command.reason())
                .or(() -> Dates.notInTheFuture("on", command.on(), command.today()))
                .or(() -> new Dates("on", command.on()).before(person.screenedOn(), "the screening"))
                .or(() -> Enrolling.outOfDate(person, command.assessment()));
        return no.isPresent()
                ? refuse(no.get())
                : accept(Enrolling.bySiteRules(
                        command.assessment(),
                        new SubjectScreenFailed(
                                person.subject(),
                                command.on(),
                                command.assessment().rules(Answer.NOT_MET),
                                command.reason(),
                                command.assessment().definitionVersion())));
    }

    private ScreeningFactsRecorded recorded(List<Fact> facts, Study study) {
        return new ScreeningFactsRecorded(
                person.subject(), facts, study.protocol().version());
    }

    private static List<Fact> good(List<Checked> checked) {
        return checked.stream()
                .filter(Checked.Good.class::isInstance)
                .map(each -> ((Checked.Good) each).fact())
                .toList();
    }

    /** The same observation from the same source told again is nothing new. */
    private List<Fact> fresh(List<Fact> facts) {
        return facts.stream()
                .distinct()
                .filter(fact -> !person.facts().contains(fact))
                .toList();
    }
}
