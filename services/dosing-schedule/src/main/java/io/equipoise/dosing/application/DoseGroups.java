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
    private static final String STREAM = "cohorts/";

    private final Journal<DosingEvent> journal;
    private final CommandHandler<Cohorts, CohortCommand, DosingEvent> handler;
    private final Calendars calendars;
    private final KnownFacts known;

    public DoseGroups(Journal<DosingEvent> journal, Calendars calendars, KnownFacts known) {
        this.journal = journal;
        this.handler = new CommandHandler<>(journal, Widened.of(Cohorts.DECIDER, CohortEvent.class));
        this.calendars = calendars;
        this.known = known;
    }

    /** How a dose group was tolerated, as somebody says. */
    public record Counts(LocalDate on, String reason, int evaluated, int toxicities) {}

    /** As the journal has it now. */
    static Cohorts state(Journal<DosingEvent> journal, String study) {
        var state = Cohorts.DECIDER.initial();
        for (var commit : journal.read(STREAM + study)) {
            state = Widened.of(Cohorts.DECIDER, CohortEvent.class).replay(state, commit.facts());
        }
        return state;
    }

    /** The person is put into the group, and then has a calendar if everything else for one is known. */
    public Outcome<DosingEvent> assign(SubjectId subject, String cohort, LocalDate on, String reason, Attribution by) {
        var governing = known.governing(subject.study(), on);
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
                by.recordedAt());
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
        return known.knows(study) ? Optional.of(state(journal, study)) : Optional.empty();
    }

    private Map<String, LocalDate> firstDoses(String study, String cohort) {
        var days = new HashMap<String, LocalDate>();
        for (var subject : state(journal, study).in(cohort)) {
            calendars.firstDoseOf(subject).ifPresent(day -> days.put(subject, day));
        }
        return days;
    }

    private static Outcome<DosingEvent> unknownStudy() {
        return new Outcome.Refused<>(Refusal.unknown("STUDY_UNKNOWN", "no activated study of that name is known here"));
    }
}
