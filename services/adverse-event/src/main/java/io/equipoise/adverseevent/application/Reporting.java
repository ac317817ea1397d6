package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventCommand;
import io.equipoise.adverseevent.domain.AdverseEventCommand.Amend;
import io.equipoise.adverseevent.domain.AdverseEventCommand.Report;
import io.equipoise.adverseevent.domain.Known;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Use cases of a site: report an event, and say later what is known better. Possible whatever became of the subject. */
public final class Reporting {
    private final House house;
    private final CommandHandler<AdverseEvent, AdverseEventCommand, SafetyFact> events;
    private final Journal<SafetyFact> journal;
    private final Supplier<String> newIds;
    private final GradeBook grades;

    public Reporting(
            House house,
            Journal<SafetyFact> journal,
            CommandHandler<AdverseEvent, AdverseEventCommand, SafetyFact> events,
            Supplier<String> newIds,
            GradeBook grades) {
        this.house = house;
        this.journal = journal;
        this.events = events;
        this.newIds = newIds;
        this.grades = grades;
    }

    /** What a site says: the account, and a narrative that stays in this room. */
    public record Said(Account account, @Nullable String narrative) {}

    public Outcome<SafetyFact> report(SubjectId subject, Said said, Attribution by) {
        var no = refusal(said, by);
        if (no.isPresent()) {
            return new Outcome.Refused<>(no.get());
        }
        var event = newIds.get();
        var known = house.known(subject, by.recordedAt());
        return events.handle(
                AdverseEvent.stream(event), new Report(event, subject, said.account(), said.narrative(), known), by);
    }

    public Outcome<SafetyFact> amend(String event, Said said, String reason, Attribution by) {
        var no = refusal(said, by);
        if (no.isPresent()) {
            return new Outcome.Refused<>(no.get());
        }
        var known = event(event)
                .latest()
                .map(latest -> house.known(latest.subject(), by.recordedAt()))
                .orElseGet(() -> new Known(false, by.recordedAt(), null, List.of()));
        return events.handle(
                AdverseEvent.stream(event),
                new Amend(said.account(), said.narrative(), reason, known),
                by.withReason(reason));
    }

    /** A repeat of what is on record gets its first answer, whatever a dictionary says since. */
    private Optional<Refusal> refusal(Said said, Attribution by) {
        return grades.refusal(said.account())
                .filter(no -> journal.find(by.commandId()).isEmpty());
    }

    /** The event as the journal has it now; without accounts if there is none. */
    public AdverseEvent event(String event) {
        return events.state(AdverseEvent.stream(event));
    }

    /** Everything that was ever recorded of it, with who and why. */
    public List<Commit<SafetyFact>> history(String event) {
        return journal.read(AdverseEvent.stream(event));
    }
}
