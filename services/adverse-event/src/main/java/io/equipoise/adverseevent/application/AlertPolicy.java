package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Raise;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Clock;

/**
 * Whenever an event is serious, its alert is raised. Follows the journal, so that a crash between the event and the alert
 * heals at the next start; the command's id comes from the event, so that telling it twice is one alert.
 */
public final class AlertPolicy {
    private final Recipients recipients;
    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;
    private final EscalationRule escalation;
    private final Clock clock;

    public AlertPolicy(
            Recipients recipients,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            EscalationRule escalation,
            Clock clock) {
        this.recipients = recipients;
        this.alerts = alerts;
        this.escalation = escalation;
        this.clock = clock;
    }

    public void told(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof AdverseEventFact account && account.account().serious()) {
                raise(account, commit.by());
            }
        }
    }

    private void raise(AdverseEventFact because, Attribution cause) {
        var escalateAt = escalation
                .after(because.subject().study())
                .map(cause.recordedAt()::plus)
                .orElse(null);
        var command = new Raise(because, cause.recordedAt(), escalateAt, recipients.alert());
        var id = "alert-policy/" + because.event();
        alerts.handle(
                Alert.stream(Alert.idFor(because.event())),
                command,
                Ourselves.following(id, cause.correlation(), cause.commandId(), clock.instant())
                        .withHappenedAt(cause.recordedAt()));
    }
}
