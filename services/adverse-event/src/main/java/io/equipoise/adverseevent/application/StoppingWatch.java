package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.StoppingCommand;
import io.equipoise.adverseevent.domain.StoppingCommand.NoteEvent;
import io.equipoise.adverseevent.domain.StoppingCommand.NoteExposure;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.time.Clock;

/**
 * Hands every event and every dose to the study's stopping rules. A rule that is set sees what was recorded before it: the
 * journal is read through once, and what is handed on twice is noted once.
 */
public final class StoppingWatch {
    private static final int BATCH = 500;

    private final CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping;
    private final Journal<SafetyFact> journal;
    private final ToldForStopping told;
    private final Clock clock;

    public StoppingWatch(
            CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping,
            Journal<SafetyFact> journal,
            ToldForStopping told,
            Clock clock) {
        this.stopping = stopping;
        this.journal = journal;
        this.told = told;
        this.clock = clock;
    }

    public void told(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            switch (fact) {
                case AdverseEventFact account when follows(account.subject().study()) -> note(account, commit.by());
                case StoppingRuleSet set -> lookBack(set.study(), commit.by());
                default -> {
                    // nothing that a rule counts
                }
            }
        }
    }

    /** A dose that another room told of; the attribution makes it one fact however often it is told. */
    public void dosed(ExposureNoted dose, Attribution by) {
        if (follows(dose.study())) {
            handle(dose.study(), new NoteExposure(dose, by.recordedAt()), by.withHappenedAt(dose.startedAt()));
        }
    }

    private boolean follows(String study) {
        return stopping.state(Stopping.stream(study)).follows();
    }

    private void lookBack(String study, Attribution cause) {
        for (var dose : told.doses(study)) {
            var id = "stopping/%s/%s".formatted(dose.subject(), dose.startedAt());
            dosed(dose, following(id, cause));
        }
        for (int lane = 0; lane < journal.lanes(); lane++) {
            long position = 0;
            for (var run = journal.after(lane, position, BATCH);
                    !run.isEmpty();
                    run = journal.after(lane, position, BATCH)) {
                run.forEach(commit -> again(commit, study));
                position = run.getLast().position();
            }
        }
    }

    private void again(Commit<SafetyFact> commit, String study) {
        for (var fact : commit.facts()) {
            if (fact instanceof AdverseEventFact account
                    && account.subject().study().equals(study)) {
                note(account, commit.by());
            }
        }
    }

    private void note(AdverseEventFact fact, Attribution cause) {
        var account = fact.account();
        var subject = fact.subject();
        var event = new EventNoted(
                subject.study(),
                subject.toString(),
                fact.event(),
                fact.version(),
                account.term(),
                account.grade(),
                account.serious(),
                account.relation(),
                account.onset());
        var id = "stopping/%s/%d".formatted(fact.event(), fact.version());
        var by = following(id, cause);
        handle(subject.study(), new NoteEvent(event, by.recordedAt()), by);
    }

    private Attribution following(String id, Attribution cause) {
        return Ourselves.following(id, cause.correlation(), cause.commandId(), clock.instant());
    }

    private void handle(String study, StoppingCommand command, Attribution by) {
        stopping.handle(Stopping.stream(study), command, by);
    }
}
