package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Escalate;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import java.time.Clock;

/** Takes every step that is due. Deadlines follow from the journal, so a restart forgets none. */
public final class Escalations {
    private final OpenAlerts open;
    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;
    private final EscalationRule rule;
    private final Recipients recipients;
    private final Clock clock;

    public Escalations(
            OpenAlerts open,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            EscalationRule rule,
            Recipients recipients,
            Clock clock) {
        this.open = open;
        this.alerts = alerts;
        this.rule = rule;
        this.recipients = recipients;
        this.clock = clock;
    }

    public void sweep() {
        open.unacknowledged(recipients.steps()).forEach(this::step);
    }

    private void step(String alert) {
        var now = clock.instant();
        var state = alerts.state(Alert.stream(alert));
        var raised = state.raised();
        if (raised == null || state.steps() >= recipients.steps()) {
            return;
        }
        var due = state.nextStepAt(rule.after(raised.subject().study()));
        if (due.isEmpty() || due.get().isAfter(now)) {
            return;
        }
        var step = state.steps() + 1;
        var id = "escalation/" + alert + "/" + step;
        alerts.handle(
                Alert.stream(alert),
                new Escalate(step, now, recipients.rung(step)),
                Ourselves.following(id, id, null, now).withHappenedAt(due.get()));
    }
}
