package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.KnownFacts.Governing;
import io.equipoise.dosing.domain.CalendarCommand.Amend;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.util.Optional;

/** Moves people's calendars to a later version of the protocol. */
public final class Amendments {
    private final Calendars calendars;
    private final KnownFacts known;

    public Amendments(Calendars calendars, KnownFacts known) {
        this.calendars = calendars;
        this.known = known;
    }

    /** The calendar moves to the version that sites work by on that day. */
    public Outcome<DosingEvent> amend(SubjectId subject, LocalDate on, String reason, Attribution by) {
        return known.governing(subject, on)
                .map(governing -> move(subject, governing, on, reason, by))
                .orElseGet(() -> new Outcome.Refused<>(
                        Refusal.conflict("NO_CALENDAR", "no activated version of the study is known here")));
    }

    /** The person was moved to this version. Empty where it is not known here yet as one that sites work by. */
    public Optional<Outcome<DosingEvent>> moved(
            SubjectId subject, int version, LocalDate on, String reason, Attribution by) {
        return known.version(subject, version).map(governing -> move(subject, governing, on, reason, by));
    }

    private Outcome<DosingEvent> move(SubjectId subject, Governing to, LocalDate on, String reason, Attribution by) {
        return calendars.handle(subject, new Amend(to.version(), to.protocol(), on, reason, by.recordedAt()), by);
    }
}
