package io.equipoise.adverseevent.application;

import java.time.Instant;

/**
 * Who of several processes carries a delivery now. Only saves receivers from repeats: a turn that is never given back ends
 * by itself, and then another process goes.
 */
public interface Turns {

    /** True if nobody else has this turn now; then it is the caller's until the given instant. */
    boolean take(String errand, Instant now, Instant until);

    /** Lets the next one go. */
    void giveBack(String errand, Instant now);
}
