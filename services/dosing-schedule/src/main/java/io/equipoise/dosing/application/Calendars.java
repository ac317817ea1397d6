package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.KnownFacts.Governing;
import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarCommand;
import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Permit;
import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.CohortCommand;
import io.equipoise.dosing.domain.Cohorts;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Drawn;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.dosing.domain.Protocol;
import io.equipoise.dosing.domain.Reduction;
import io.equipoise.dosing.domain.StudyStatus;
import io.equipoise.dosing.domain.VisitLine;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plans calendars, records what happened to them, and shows how they stand. */
public final class Calendars {
    private static final String STREAM = "calendar/";

    private final Journal<DosingEvent> journal;
    private final CommandHandler<Calendar, CalendarCommand, DosingEvent> handler;
    private final CommandHandler<Cohorts, CohortCommand, DosingEvent> groups;
    private final KnownFacts known;
    private final DueList dueList;

    public Calendars(Journal<DosingEvent> journal, KnownFacts known, DueList dueList) {
        this.journal = journal;
        this.handler = new CommandHandler<>(
                journal,
                Widened.of(Calendar.DECIDER, CalendarEvent.class),
                (calendar, facts) -> Optional.ofNullable(calendar.plan()).map(Calendar.Plan::definitionVersion));
        this.groups = DoseGroups.handler(journal);
        this.known = known;
        this.dueList = dueList;
    }

    /**
     * A calendar as it shows on a day.
     *
     * @param version how often something happened to it
     * @param changedAt when it last did
     */
    public record Shown(
            LocalDate day0,
            int definitionVersion,
            Drawn drawn,
            List<Entry> entries,
            List<VisitLine> visits,
            List<CompanionTreatmentRecorded> companions,
            List<DoseTakenAsNeeded> asNeeded,
            List<DoseReduced> reductions,
            long version,
            Instant changedAt) {
        public Shown {
            entries = List.copyOf(entries);
            visits = List.copyOf(visits);
            companions = List.copyOf(companions);
            asNeeded = List.copyOf(asNeeded);
            reductions = List.copyOf(reductions);
        }
    }

    /** Empty where something that planning needs has not been heard yet. */
    public Optional<Outcome<DosingEvent>> plan(SubjectId subject, String happened, LocalDate on, Attribution by) {
        return known.zone(subject.study(), subject.site())
                .flatMap(zone -> known.governing(subject, on)
                        .map(governing -> plan(new Asked(subject, happened, on, zone), governing, by)));
    }

    private record Asked(SubjectId subject, String happened, LocalDate on, ZoneId zone) {}

    private Outcome<DosingEvent> plan(Asked asked, Governing governing, Attribution by) {
        var protocol = governing.protocol();
        var anchor = Optional.ofNullable(protocol.anchor())
                .orElse(protocol.randomized() ? Protocol.RANDOMIZATION : Protocol.ENROLMENT);
        var cohort = cohort(asked.subject());
        if (governing.dosing() && (!anchor.equals(asked.happened()) || (protocol.hasCohorts() && cohort.isEmpty()))) {
            return new Outcome.Unchanged<>();
        }
        var command = new Plan(
                asked.happened(),
                asked.on(),
                asked.zone(),
                governing.version(),
                protocol,
                cohort.orElse(null),
                governing.dosing());
        return handle(asked.subject(), command, by);
    }

    /** Plans what the days that were told of a person now allow. */
    public void planAgain(SubjectId subject, Attribution by) {
        var entered = known.entered(subject);
        for (var anchor : List.of(Protocol.ENROLMENT, Protocol.RANDOMIZATION)) {
            var on = entered.day(anchor);
            if (on != null) {
                plan(subject, anchor, on, by.withSuffix(anchor));
            }
        }
    }

    /** Somebody decides the day of the first dose, where the protocol counts from that day. */
    public Outcome<DosingEvent> firstDose(SubjectId subject, LocalDate on, Attribution by) {
        var zone = known.zone(subject.study(), subject.site());
        var governing = known.governing(subject, on);
        var entered = known.entered(subject);
        if (zone.isEmpty() || governing.isEmpty()) {
            return new Outcome.Refused<>(Refusal.conflict(
                    "NO_CALENDAR", "the study or the site is not known here yet; the command may be sent again"));
        }
        var protocol = governing.get().protocol();
        if (!Protocol.FIRST_DOSE.equals(protocol.anchor())) {
            return new Outcome.Refused<>(Refusal.conflict(
                    "FIRST_DOSE_NOT_DECIDED_HERE", "this study's calendar counts from " + protocol.anchor(), "/on"));
        }
        var from = protocol.randomized() ? entered.randomizedOn() : entered.enrolledOn();
        if (from == null || on.isBefore(from)) {
            return new Outcome.Refused<>(Refusal.conflict(
                    "NOT_ENROLLED",
                    "the person is not known as enrolled, or randomized, on that day; what was recorded just now may"
                            + " still be on its way, and the command may be sent again",
                    "/on"));
        }
        return plan(new Asked(subject, Protocol.FIRST_DOSE, on, zone.get()), governing.get(), by);
    }

    private Optional<String> cohort(SubjectId subject) {
        return groups.state(DoseGroups.STREAM + subject.study()).of(subject.toString());
    }

    public Outcome<DosingEvent> administer(SubjectId subject, Infusion infusion, Attribution by) {
        var circumstances = known.around(subject, infusion.kit());
        return handle(
                subject,
                new Administer(subject, infusion, circumstances, by.recordedAt(), reductions(subject, infusion)),
                by.withHappenedAt(infusion.startedAt()));
    }

    public Outcome<DosingEvent> permit(SubjectId subject, int dose, LocalDate on, String reason, Attribution by) {
        return handle(subject, new Permit(dose, on, reason, known.status(subject.study()), by.recordedAt()), by);
    }

    /** Looked up only where they matter: for most doses nobody asks. */
    private Map<String, Reduction> reductions(SubjectId subject, Infusion infusion) {
        var calendar = handler.state(STREAM + subject);
        return calendar.plan() == null
                        || (infusion.details().reduced() == null
                                && calendar.reductions().isEmpty())
                ? Map.of()
                : known.version(subject, calendar.plan().definitionVersion())
                        .map(Governing::reductions)
                        .orElse(Map.of());
    }

    public Outcome<DosingEvent> handle(SubjectId subject, CalendarCommand command, Attribution by) {
        return handler.handle(STREAM + subject, command, by);
    }

    /** The day of a person's first dose, where one was given. */
    Optional<LocalDate> firstDoseOf(String subject) {
        return handler.state(STREAM + subject).firstGiven();
    }

    /** Which version of the definition a person's calendar follows. */
    Optional<Integer> versionOf(SubjectId subject) {
        return Optional.ofNullable(handler.state(STREAM + subject).plan()).map(Calendar.Plan::definitionVersion);
    }

    /** Doses still to come show as held while the study gives none; nothing of that is recorded. */
    public Optional<Shown> shown(SubjectId subject, Instant now) {
        var calendar = handler.state(STREAM + subject);
        return Optional.ofNullable(calendar.plan()).map(plan -> {
            var study = known.status(subject.study());
            var status = study.on(LocalDate.ofInstant(now, plan.zone()));
            var hold = study.heldAt(now);
            var last = journal.read(STREAM + subject).getLast();
            return new Shown(
                    plan.day0(),
                    plan.definitionVersion(),
                    plan.drawn(),
                    calendar.entries().stream()
                            .map(entry -> status.map(found -> calendar.under(found, entry))
                                    .orElse(entry))
                            .map(entry -> hold.map(entry::under).orElse(entry))
                            .toList(),
                    calendar.visits(),
                    calendar.companions(),
                    calendar.asNeeded(),
                    calendar.reductions(),
                    last.version(),
                    last.by().recordedAt());
        });
    }

    /** Everybody of a site who has a calendar. */
    public List<SubjectId> peopleWithCalendar(String study, String site) {
        return dueList.of(study).stream()
                .filter(calendar -> calendar.site().equals(site))
                .flatMap(calendar -> SubjectId.parse(calendar.subject()).stream())
                .toList();
    }

    /** How a person's lines show under a status; whether somebody permitted a dose is looked up only where that matters. */
    UnaryOperator<Entry> under(String subject, StudyStatus.Change status) {
        if (!status.suspended()) {
            return line -> line.under(status);
        }
        var calendar = handler.state(STREAM + subject);
        return line -> calendar.under(status, line);
    }

    public boolean knows(String study) {
        return known.knows(study);
    }
}
