package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import java.time.Instant;
import java.util.Optional;

/** Takes an alert to a target. */
public interface Carrier {

    /** False for a target that the settings do not know any more. */
    boolean serves(Target target);

    /** Empty if the target took it, else what went wrong, in words that give away no address and no secret. */
    Optional<String> carry(Dispatch dispatch);

    /** Why this target is gone for good, so that nobody tries any more; empty while there is hope. */
    default Optional<String> gone(Target target) {
        return Optional.empty();
    }

    /** One attempt. */
    record Dispatch(Delivery delivery, AlertRaised alert, Instant at) {}
}
