package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.Assessment;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;

/** People's records by subject number, and the day that it is where they are. */
public final class People {
    private final CommandHandler<Subject, SubjectCommand, EnrolmentEvent> records;
    private final Studies studies;
    private final EligibilityRules rules;

    public People(
            CommandHandler<Subject, SubjectCommand, EnrolmentEvent> records, Studies studies, EligibilityRules rules) {
        this.records = records;
        this.studies = studies;
        this.rules = rules;
    }

    public Optional<Person> find(SubjectId subject) {
        return records.state(stream(subject)) instanceof Person person ? Optional.of(person) : Optional.empty();
    }

    public Optional<Study> study(String study) {
        return studies.find(study);
    }

    /** With the definition in force where the person is. */
    public Optional<Study> study(SubjectId subject) {
        return study(subject.study(), subject.site());
    }

    Optional<Study> study(String study, String site) {
        return studies.find(study, site);
    }

    public Optional<Protocol> protocol(String study, int version) {
        return studies.protocol(study, version);
    }

    /** Every criterion answered from the facts as they are now. */
    public Assessment assess(Person person, Study study) {
        var protocol = study.protocol();
        return new Assessment(
                person.facts().size(),
                protocol.version(),
                study.siteRules(),
                rules.assess(protocol, person.screenedOn(), person.latest()));
    }

    Outcome<EnrolmentEvent> ask(SubjectId subject, SubjectCommand command, Attribution by) {
        return records.handle(stream(subject), command, by);
    }

    /** A command that happened on a day, and needs to know the study and what day it is at the site. */
    Outcome<EnrolmentEvent> ask(
            SubjectId subject, LocalDate on, BiFunction<Study, LocalDate, SubjectCommand> command, Attribution by) {
        return study(subject)
                .map(study -> ask(
                        subject,
                        command.apply(study, today(study, subject.site(), by)),
                        happened(by, study, subject.site(), on)))
                .orElseGet(() -> new Outcome.Refused<>(unknownStudy(subject.study())));
    }

    /** The civil day at the site; where the site is unknown, in UTC. */
    static LocalDate today(Study study, String site, Attribution by) {
        return LocalDate.ofInstant(by.recordedAt(), zone(study, site));
    }

    static Attribution happened(Attribution by, Study study, String site, LocalDate day) {
        return by.withHappenedAt(day.atStartOfDay(zone(study, site)).toInstant());
    }

    private static ZoneId zone(Study study, String site) {
        return study.site(site).<ZoneId>map(found -> found.zone()).orElse(ZoneOffset.UTC);
    }

    public static Refusal unknownStudy(String study) {
        return Refusal.unknown("STUDY_UNKNOWN", "study " + study + " has not been defined");
    }

    private static String stream(SubjectId subject) {
        return "subject/" + subject;
    }
}
