package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.application.AcknowledgementLinks.Good;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.AlertCommand.Acknowledge;
import io.equipoise.adverseevent.domain.AlertCommand.AcknowledgeByLink;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.Optional;

/** Use case of a safety officer: take an alert over in one's own name. */
public final class Acknowledging {
    private final CommandHandler<Alert, AlertCommand, SafetyFact> alerts;

    public Acknowledging(CommandHandler<Alert, AlertCommand, SafetyFact> alerts) {
        this.alerts = alerts;
    }

    /** The alert as it was raised; empty if there is none. */
    public Optional<AlertRaised> raised(String alert) {
        return Optional.ofNullable(alerts.state(Alert.stream(alert)).raised());
    }

    public Outcome<SafetyFact> acknowledge(String alert, String note, Attribution by) {
        return alerts.handle(Alert.stream(alert), new Acknowledge(by.actor(), by.recordedAt(), note), by);
    }

    /** The same, by the link that was mailed there. */
    public Outcome<SafetyFact> byLink(Good link, String note, Attribution by) {
        var acknowledge = new Acknowledge(by.actor(), by.recordedAt(), note);
        return alerts.handle(Alert.stream(link.alert()), new AcknowledgeByLink(acknowledge, link.mailed()), by);
    }
}
