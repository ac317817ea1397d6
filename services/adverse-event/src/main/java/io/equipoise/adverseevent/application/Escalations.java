package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Climb;
import io.equipoise.adverseevent.domain.AlertCommand.Escalate;
import io.equipoise.adverseevent.domain.AlertCommand.TellHeld;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.platform.command.CommandHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Takes every step that is due, and tells whose quiet hours are over. Both follow from the journal; a restart forgets none. An
 * alert that is not due rests until it is, at most half a minute: thousands that wait are not read every second.
 */
public final class Escalations {
    private final Rests rests = new Rests();
    private final OpenAlerts open;
    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;
    private final EscalationRule rule;
    private final Ladders ladders;
    private final Clock clock;

    public Escalations(
            OpenAlerts open,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            EscalationRule rule,
            Ladders ladders,
            Clock clock) {
        this.open = open;
        this.alerts = alerts;
        this.rule = rule;
        this.ladders = ladders;
        this.clock = clock;
    }

    /** Whom a step reaches: by the settings, or by the ladder that the alert was planned with. */
    public record Ladders(Recipients settings, Calling calling) {}

    public void sweep() {
        var now = clock.instant();
        var waiting = open.unacknowledged(ladders.settings().steps());
        rests.keep(waiting);
        Stream.concat(waiting.stream().filter(alert -> !rests.rests(alert, now)), open.waking(now).stream())
                .distinct()
                .forEach(this::look);
    }

    private void look(String alert) {
        var now = clock.instant();
        var state = alerts.state(Alert.stream(alert));
        var raised = state.raised();
        if (raised == null) {
            return;
        }
        tellHeld(state, raised, now);
        var due = state.nextStepAt(rule.after(raised.subject().study()));
        if (state.steps() >= state.top(ladders.settings().steps())
                || due.isEmpty()
                || due.get().isAfter(now)) {
            due.ifPresentOrElse(at -> rests.rest(alert, now, at), () -> rests.rest(alert, now));
            return;
        }
        var step = state.steps() + 1;
        var id = "escalation/" + alert + "/" + step;
        alerts.handle(
                Alert.stream(alert),
                command(state, raised, step, now),
                Ourselves.following(id, id, null, now).withHappenedAt(due.get()));
    }

    private AlertCommand command(Alert state, AlertRaised raised, int step, Instant now) {
        if (state.rungs().isEmpty()) {
            return new Escalate(step, now, ladders.settings().rung(step));
        }
        boolean urgent = RuleKind.valueOf(raised.rule()).ignoresQuietHours();
        return new Climb(step, now, ladders.calling().climb(state.rungs().get(step), raised.subject(), urgent, now));
    }

    private void tellHeld(Alert state, AlertRaised raised, Instant now) {
        state.errands().held().stream()
                .map(held -> held.held().until())
                .filter(until -> !until.isAfter(now))
                .findFirst()
                .ifPresent(until -> {
                    var id = "quiet-hours-over/" + raised.alert() + "/" + until;
                    alerts.handle(
                            Alert.stream(raised.alert()),
                            new TellHeld(now),
                            Ourselves.following(id, id, null, now).withHappenedAt(until));
                });
    }
}
