package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.KnownFacts.Governing;
import io.equipoise.dosing.domain.CalendarCommand.Accompany;
import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.TakeAsNeeded;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records what no line of a calendar plans: doses taken as needed, and what is given beside the trial dose. */
public final class Unplanned {
    private final Calendars calendars;
    private final KnownFacts known;

    public Unplanned(Calendars calendars, KnownFacts known) {
        this.calendars = calendars;
        this.known = known;
    }

    /** What a site says was given beside the trial dose. */
    public record Accompaniment(
            String companion,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /** By the version of the definition that the person's site worked by when it began. */
    public Outcome<DosingEvent> accompany(SubjectId subject, Accompaniment told, Attribution by) {
        var command = new Accompany(
                told.companion(),
                told.from(),
                told.until(),
                told.note(),
                known.entered(subject).known(),
                known.governing(subject, told.from()).map(Governing::companions).orElse(List.of()),
                by.recordedAt());
        return calendars.handle(subject, command, by);
    }

    /** By the version of the definition that the person's calendar follows. */
    public Outcome<DosingEvent> takeAsNeeded(SubjectId subject, String course, Infusion taken, Attribution by) {
        var courses = calendars
                .versionOf(subject)
                .flatMap(version -> known.version(subject, version))
                .map(found -> found.protocol().courses())
                .orElse(List.of());
        var administer = new Administer(subject, taken, known.around(subject, null), by.recordedAt());
        return calendars.handle(
                subject, new TakeAsNeeded(course, administer, courses), by.withHappenedAt(taken.startedAt()));
    }
}
