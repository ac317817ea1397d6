package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Reconsent;
import io.equipoise.enrolment.domain.Reconsent.Due;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.SubjectCommand.MoveToVersion;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What an amendment asks of people who are in: to agree again, and to be moved. */
public final class Versions {
    private final People people;
    private final SubjectList list;

    public Versions(People people, SubjectList list) {
        this.people = people;
        this.list = list;
    }

    /** A person who must be asked again. */
    public record Asked(SubjectId subject, Due due) {}

    public Outcome<EnrolmentEvent> move(SubjectId subject, int version, LocalDate on, String reason, Attribution by) {
        var to = people.protocol(subject.study(), version);
        return to.isEmpty()
                ? new Outcome.Refused<>(Refusal.invalid(
                        "VERSION_NOT_ACTIVATED", "there is no version " + version + " of the definition", "/version"))
                : people.ask(
                        subject,
                        on,
                        (study, today) -> new MoveToVersion(to.get(), on, reason, study, today),
                        by.withReason(reason));
    }

    /** Of the people in screening and in the study, whose agreement is out of date on a day. */
    public List<Asked> toAskAgain(String study, LocalDate day) {
        return list.of(study).stream()
                .filter(line -> line.stage().equals(Stage.SCREENING.name())
                        || line.stage().equals(Stage.ENROLLED.name()))
                .flatMap(line -> SubjectId.parse(line.subject()).stream())
                .flatMap(subject -> people.find(subject).stream())
                .flatMap(person -> asked(person, day))
                .toList();
    }

    private Stream<Asked> asked(Person person, LocalDate day) {
        return people
                .study(person.subject())
                .flatMap(study -> new Reconsent(person, study.protocol()).due(day))
                .map(due -> new Asked(person.subject(), due))
                .stream();
    }
}
