package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Raise;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.alerting.Evaluation;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whenever a fact meets one of its study's rules, its alert is raised, naming all that it meets. Follows the journal, so
 * that a crash between the fact and the alert heals at the next start; the command's id comes from the fact, and the rules
 * are those of when it was recorded, so that telling it twice is one alert.
 */
public final class AlertPolicy {
    private final Calling calling;
    private final Watches watches;
    private final Triggers triggers;
    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;
    private final Clock clock;

    public AlertPolicy(
            Calling calling,
            Watches watches,
            Triggers triggers,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            Clock clock) {
        this.calling = calling;
        this.watches = watches;
        this.triggers = triggers;
        this.alerts = alerts;
        this.clock = clock;
    }

    public void told(Commit<SafetyFact> commit) {
        triggers.of(commit).forEach(trigger -> look(trigger, commit));
    }

    private void look(Trigger trigger, Commit<SafetyFact> commit) {
        var rules = watches.rulesAt(trigger.subject().study(), commit.by().recordedAt());
        var met = new Evaluation(rules.inForce()).of(trigger);
        if (met.isEmpty() || isNothingNew(trigger, met, commit)) {
            return;
        }
        raise(trigger, met, rules.rulesVersion(), commit.by());
    }

    /**
     * An account that is not serious calls again only if it meets a rule that no earlier account of the event has met; a
     * code of special interest calls unless a term of special interest has.
     */
    private boolean isNothingNew(Trigger trigger, List<MetRule> met, Commit<SafetyFact> commit) {
        var always = switch (trigger) {
            case Trigger.Told told -> told.account().serious();
            case Trigger.Coded coded -> false;
            case Trigger.Cluster cluster -> true;
            case Trigger.ClockAtRisk clock -> true;
            case Trigger.Boundary boundary -> true;
        };
        if (always) {
            return false;
        }
        var before = before(trigger.event(), commit);
        return (trigger instanceof Trigger.Told && before.contains(RuleKind.SERIOUS))
                || met.stream().map(MetRule::kind).allMatch(before::contains);
    }

    /** What the accounts of an event before a commit have met. */
    private Set<RuleKind> before(String event, Commit<SafetyFact> commit) {
        return triggers.journal().read(AdverseEvent.stream(event)).stream()
                .filter(earlier -> earlier.version() < commit.version())
                .flatMap(earlier -> earlier.facts().stream()
                        .filter(AdverseEventFact.class::isInstance)
                        .map(fact -> Trigger.Told.of((AdverseEventFact) fact))
                        .flatMap(account -> kindsAt(account, earlier).stream()))
                .collect(Collectors.toSet());
    }

    private Set<RuleKind> kindsAt(Trigger.Told account, Commit<SafetyFact> commit) {
        var rules = watches.rulesAt(account.subject().study(), commit.by().recordedAt());
        return new Evaluation(rules.inForce())
                .of(account).stream().map(MetRule::kind).collect(Collectors.toSet());
    }

    private void raise(Trigger trigger, List<MetRule> met, int rulesVersion, Attribution cause) {
        var raisedAt = cause.recordedAt();
        var command = new Raise(trigger, met, rulesVersion, raisedAt, calling.plan(trigger, met, raisedAt));
        var id = "alert-policy/" + trigger.key();
        alerts.handle(
                Alert.stream(Alert.idFor(trigger.key())),
                command,
                Ourselves.following(id, cause.correlation(), cause.commandId(), clock.instant())
                        .withHappenedAt(raisedAt));
    }
}
