package io.equipoise.adverseevent.domain.alerting;

import java.time.Instant;

/** Somebody is on call from an instant until just before another. */
public record Shift(String person, Instant from, Instant until) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
