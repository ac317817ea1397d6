package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Signing;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.StoppingCommand;
import io.equipoise.adverseevent.domain.StoppingCommand.LiftHold;
import io.equipoise.adverseevent.domain.StoppingCommand.SetRule;
import io.equipoise.adverseevent.domain.StoppingRule;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;

/** Use cases of those who answer for a study: state a stopping rule, see how the study stands, let it go on. */
public final class StoppingRules {
    private final CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping;
    private final ToldForStopping told;

    public StoppingRules(CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping, ToldForStopping told) {
        this.stopping = stopping;
        this.told = told;
    }

    public boolean knows(String study) {
        return told.knows(study);
    }

    public Stopping of(String study) {
        return stopping.state(Stopping.stream(study));
    }

    public Outcome<SafetyFact> set(String study, StoppingRule rule, Signing signing, String reason, Attribution by) {
        var command = new SetRule(study, rule, told.knows(study), null, signing, reason, by.recordedAt());
        return stopping.handle(Stopping.stream(study), command, by.withReason(reason));
    }

    /** The rules of a version of the study definition count once it is activated; one that lacks something does not. */
    public void activated(String study, int version, Attribution by) {
        for (var rule : told.stated(study, version)) {
            var reason = "version %d of the study definition states it".formatted(version);
            stopping.handle(
                    Stopping.stream(study),
                    new SetRule(study, rule, true, version, null, reason, by.recordedAt()),
                    by.withSuffix(rule.rule()));
        }
    }

    public Outcome<SafetyFact> lift(String study, String hold, Signing signing, String reason, Attribution by) {
        return stopping.handle(Stopping.stream(study), new LiftHold(hold, signing, reason), by.withReason(reason));
    }
}
