package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The alerts as a safety officer finds them, each with what happens if nobody acknowledges it. */
public final class AlertInbox {
    private final SafetyViews views;
    private final EscalationRule rule;
    private final Recipients recipients;

    private final Predicate<Target> carried;

    /** Whoever is carried to is one whom the settings, or a browser, still know. */
    public AlertInbox(SafetyViews views, EscalationRule rule, Recipients recipients, Predicate<Target> carried) {
        this.views = views;
        this.carried = carried;
        this.rule = rule;
        this.recipients = recipients;
    }

    public List<Map<String, Object>> alerts() {
        return views.alerts().stream().map(this::withEscalation).toList();
    }

    private Map<String, Object> withEscalation(Map<String, Object> alert) {
        var shown = new LinkedHashMap<>(alert);
        shown.remove("due");
        shown.remove("wakeAt");
        shown.put("escalation", escalation(alert));
        return shown;
    }

    private String escalation(Map<String, Object> alert) {
        if (!isOpen(alert)) {
            return steps(alert) == 0 ? "none was needed" : "ended with the acknowledgement";
        }
        if (isAtTheTop(alert)) {
            return "every step is taken";
        }
        return nextStepAt(alert).map(at -> "due at " + at).orElse("not configured");
    }

    /** When the next step is due; empty where it is acknowledged, at the top, or nobody has said how long it may wait. */
    Optional<Instant> nextStepAt(Map<String, Object> alert) {
        if (!isOpen(alert) || isAtTheTop(alert)) {
            return Optional.empty();
        }
        var raisedAt = Instant.parse(String.valueOf(alert.get("raisedAt")));
        var ladder = Rung.of(alert);
        if (!ladder.isEmpty()) {
            return Optional.of(raisedAt.plus(ladder.get(steps(alert) + 1).after()));
        }
        var told = alert.get("escalateAt");
        var wait = told == null
                ? rule.after(String.valueOf(alert.get("study")))
                : Optional.of(Duration.between(raisedAt, Instant.parse(told.toString())));
        return wait.map(each -> raisedAt.plus(each.multipliedBy(steps(alert) + 1L)));
    }

    /** Whom the next step reaches, in words; or why there is none. */
    String nextStep(Map<String, Object> alert) {
        if (!isOpen(alert)) {
            return "Acknowledged.";
        }
        if (isAtTheTop(alert)) {
            return "Every step is taken, and nobody has acknowledged.";
        }
        if (nextStepAt(alert).isEmpty()) {
            return "Nobody has said how long an alert of this study may wait, so it is not escalated.";
        }
        var ladder = Rung.of(alert);
        if (!ladder.isEmpty()) {
            return "Then " + ladder.get(steps(alert) + 1).tell() + " will be told.";
        }
        var rung = recipients.rung(steps(alert) + 1);
        return rung.isEmpty()
                ? "Then it counts as escalated; nobody is named to be told."
                : "Then it goes to " + rung.stream().map(Target::to).collect(Collectors.joining(", ")) + ".";
    }

    /** Nobody knows any more how to reach this target. */
    boolean isOutOfReach(Target target) {
        return !carried.test(target);
    }

    /** One step of the ladder that an alert was planned with. */
    private record Rung(Duration after, String tell) {
        static List<Rung> of(Map<String, Object> alert) {
            return alert.get("ladder") instanceof List<?> ladder
                    ? ladder.stream().map(each -> one((Map<?, ?>) each)).toList()
                    : List.of();
        }

        private static Rung one(Map<?, ?> rung) {
            return new Rung(Duration.parse(String.valueOf(rung.get("after"))), String.valueOf(rung.get("tell")));
        }
    }

    private boolean isAtTheTop(Map<String, Object> alert) {
        var ladder = Rung.of(alert);
        return steps(alert) >= (ladder.isEmpty() ? recipients.steps() : ladder.size() - 1);
    }

    static boolean isOpen(Map<String, Object> alert) {
        return "OPEN".equals(alert.get("state"));
    }

    static int steps(Map<String, Object> alert) {
        return (Integer) alert.getOrDefault("steps", 0);
    }
}
