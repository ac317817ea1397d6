package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.KnownFacts.Governing;
import io.equipoise.dosing.domain.CohortCommand;
import io.equipoise.dosing.domain.CohortCommand.Assign;
import io.equipoise.dosing.domain.CohortCommand.SignOff;
import io.equipoise.dosing.domain.CohortEvent;
import io.equipoise.dosing.domain.Cohorts;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts people into the dose groups of a study and records how each group was tolerated: one stream a study. */
public final class DoseGroups {
    static final String STREAM = "cohorts/";

    private final CommandHandler<Cohorts, CohortCommand, DosingEvent> handler;
    private final Calendars calendars;
    private final KnownFacts known;

    public DoseGroups(Journal<DosingEvent> journal, Calendars calendars, KnownFacts known) {
        this.handler = handler(journal);
        this.calendars = calendars;
        this.known = known;
    }

    static CommandHandler<Cohorts, CohortCommand, DosingEvent> handler(Journal<DosingEvent> journal) {
        return new CommandHandler<>(journal, Widened.of(Cohorts.DECIDER, CohortEvent.class));
    }

    /** How a dose group was tolerated, as somebody says. */
    public record Counts(LocalDate on, String reason, int evaluated, int toxicities) {}

    private Cohorts state(String study) {
        return handler.state(STREAM + study);
    }

    /** The person is put into the group, and then has a calendar if everything else for one is known. */
    public Outcome<DosingEvent> assign(SubjectId subject, String cohort, LocalDate on, String reason, Attribution by) {
        var governing = known.governing(subject, on);
        if (governing.isEmpty()) {
            return unknownStudy();
        }
        var command = new Assign(
                subject,
                cohort,
                on,
                reason,
                known.entered(subject).enrolledOn(),
                firstDoses(subject.study(), cohort),
                governing.get().levels(),
                by.recordedAt(),
                known.status(subject.study()).holds());
        var outcome = handler.handle(STREAM + subject.study(), command, by);
        if (!(outcome instanceof Outcome.Refused)) {
            calendars.planAgain(subject, by.withSuffix("plan"));
        }
        return outcome;
    }

    public Outcome<DosingEvent> signOff(String study, String cohort, Counts counts, Attribution by) {
        return known.governing(study, counts.on())
                .map(Governing::levels)
                .map(levels -> handler.handle(
                        STREAM + study,
                        new SignOff(
                                cohort,
                                counts.on(),
                                counts.reason(),
                                counts.evaluated(),
                                counts.toxicities(),
                                levels,
                                by.recordedAt()),
                        by))
                .orElseGet(DoseGroups::unknownStudy);
    }

    /** Empty where the study is not known here. */
    public Optional<Cohorts> of(String study) {
        return known.knows(study) ? Optional.of(state(study)) : Optional.empty();
    }

    private Map<String, LocalDate> firstDoses(String study, String cohort) {
        var days = new HashMap<String, LocalDate>();
        for (var subject : state(study).in(cohort)) {
            calendars.firstDoseOf(subject).ifPresent(day -> days.put(subject, day));
        }
        return days;
    }

    private static Outcome<DosingEvent> unknownStudy() {
        return new Outcome.Refused<>(Refusal.unknown("STUDY_UNKNOWN", "no activated study of that name is known here"));
    }
}
