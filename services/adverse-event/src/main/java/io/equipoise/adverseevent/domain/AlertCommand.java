package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an alert. */
public sealed interface AlertCommand {

    /** Tell the safety officers of this event. Asked again, it changes nothing: one event, one alert. */
    record Raise(
            AdverseEventFact because,
            Instant raisedAt,
            @Nullable Instant escalateAt,
            List<Target> targets) implements AlertCommand {}

    /** Take it over, in one's own name. */
    record Acknowledge(String by, Instant at, String note) implements AlertCommand {}

    /** Put on record that a target took it. */
    record Delivered(Delivery delivery, Instant at) implements AlertCommand {}

    /** Put on record that a target did not. */
    record Undelivered(Delivery delivery, Instant at, int attempts, String problem) implements AlertCommand {}

    /** Go one step up. */
    record Escalate(int step, Instant at, List<Target> targets) implements AlertCommand {}
}
