package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarCommand;
import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Entry.Standing;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans calendars, records what happened to them, and shows how they stand. */
public final class Calendars {
    private static final String STREAM = "calendar/";

    private final CommandHandler<Calendar, CalendarCommand, CalendarEvent> handler;
    private final KnownFacts known;
    private final DueList dueList;

    public Calendars(Journal<CalendarEvent> journal, KnownFacts known, DueList dueList) {
        this.handler = new CommandHandler<>(journal, Calendar.DECIDER);
        this.known = known;
        this.dueList = dueList;
    }

    /** A calendar as it shows on a day. */
    public record Shown(LocalDate day0, List<Entry> entries) {
        public Shown {
            entries = List.copyOf(entries);
        }
    }

    /** An infusion that may be given, or should have been, on a day. */
    public record Due(String subject, String site, Entry entry, Standing standing) {}

    /** Empty where something that planning needs has not been heard yet. */
    public Optional<Outcome<CalendarEvent>> plan(SubjectId subject, LocalDate randomizedOn, Attribution by) {
        return known.zone(subject.study(), subject.site())
                .flatMap(zone -> known.governing(subject.study(), randomizedOn)
                        .map(governing -> handle(
                                subject, new Plan(randomizedOn, zone, governing.version(), governing.schedule()), by)));
    }

    public Outcome<CalendarEvent> administer(SubjectId subject, Infusion infusion, Attribution by) {
        var circumstances = known.around(subject, infusion.kit());
        return handle(
                subject,
                new Administer(subject, infusion, circumstances, by.recordedAt()),
                by.withHappenedAt(infusion.startedAt()));
    }

    public Outcome<CalendarEvent> handle(SubjectId subject, CalendarCommand command, Attribution by) {
        return handler.handle(STREAM + subject, command, by);
    }

    /** Infusions still to come show as held while the study gives none; nothing of that is recorded. */
    public Optional<Shown> shown(SubjectId subject, Instant now) {
        var calendar = handler.state(STREAM + subject);
        return Optional.ofNullable(calendar.plan()).map(plan -> {
            var status = known.status(subject.study()).on(LocalDate.ofInstant(now, plan.zone()));
            return new Shown(
                    plan.day0(),
                    calendar.entries().stream()
                            .map(entry -> status.map(entry::under).orElse(entry))
                            .toList());
        });
    }

    /** Empty where the study is not known here. */
    public Optional<List<Due>> due(String study, LocalDate on) {
        if (!known.knows(study)) {
            return Optional.empty();
        }
        var status = known.status(study).on(on);
        return Optional.of(dueList.of(study).stream()
                .flatMap(calendar -> calendar.entries().stream()
                        .filter(Entry::open)
                        .map(entry -> status.map(entry::under).orElse(entry))
                        .map(entry -> new Due(calendar.subject(), calendar.site(), entry, entry.standing(on))))
                .filter(due -> due.standing() != Standing.NOT_YET)
                .sorted(Comparator.comparing(Due::site)
                        .thenComparing(due -> due.entry().planned())
                        .thenComparing(Due::subject))
                .toList());
    }
}
