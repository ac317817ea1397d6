package io.equipoise.operations.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A safety alert: raised, carried to somebody, escalated, acknowledged. */
public record Alert(
        String alert,
        String subject,
        String site,
        String event,
        String summary,
        Instant raisedAt,
        @Nullable Instant escalateAt,
        List<String> delivered,
        List<String> undelivered,
        int escalations,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {
    public Alert {
        delivered = List.copyOf(delivered);
        undelivered = List.copyOf(undelivered);
    }

    public boolean open() {
        return acknowledgedAt == null;
    }

    public String state() {
        if (!open()) {
            return "ACKNOWLEDGED";
        }
        return escalations > 0 ? "ESCALATED" : "RAISED";
    }
}
