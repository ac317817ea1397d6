package io.equipoise.adverseevent.application;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts as a safety officer finds them, each with what happens if nobody acknowledges it. */
public final class AlertInbox {
    private final SafetyViews views;
    private final EscalationRule rule;
    private final Recipients recipients;

    public AlertInbox(SafetyViews views, EscalationRule rule, Recipients recipients) {
        this.views = views;
        this.rule = rule;
        this.recipients = recipients;
    }

    public List<Map<String, Object>> alerts() {
        return views.alerts().stream().map(this::withEscalation).toList();
    }

    private Map<String, Object> withEscalation(Map<String, Object> alert) {
        var shown = new LinkedHashMap<>(alert);
        shown.remove("due");
        shown.put("escalation", escalation(alert));
        return shown;
    }

    private String escalation(Map<String, Object> alert) {
        var steps = (Integer) alert.getOrDefault("steps", 0);
        if (!"OPEN".equals(alert.get("state"))) {
            return steps == 0 ? "none was needed" : "ended with the acknowledgement";
        }
        if (steps >= recipients.steps()) {
            return "every step is taken";
        }
        var raisedAt = Instant.parse(String.valueOf(alert.get("raisedAt")));
        var told = alert.get("escalateAt");
        var wait = told == null
                ? rule.after(String.valueOf(alert.get("study")))
                : Optional.of(Duration.between(raisedAt, Instant.parse(told.toString())));
        return wait.map(each -> "due at " + raisedAt.plus(each.multipliedBy(steps + 1L)))
                .orElse("not configured");
    }
}
