package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.adverseevent.domain.Target;
import java.time.Instant;
import java.util.List;

/** Somebody who is told later, because these are their quiet hours. */
public record HeldBack(String person, List<Target> targets, Instant until) {
    public HeldBack {
        targets = List.copyOf(targets);
    }
}
