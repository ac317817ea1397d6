package io.equipoise.dosing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site says about an infusion that it has given.
 *
 * @param acceptDeviation why an infusion outside its window was given all the same
 */
public record Infusion(
        int dose,
        String kit,
        Instant startedAt,
        Instant stoppedAt,
        Volume volume,
        List<Interruption> interruptions,
        @Nullable String acceptDeviation) {

    /** A time in which nothing flowed, and why. */
    public record Interruption(Instant from, Instant to, String why) {}

    /** What did not go as the protocol asks, and was recorded as such. */
    public enum Deviation {
        OUT_OF_WINDOW,
        INCOMPLETE_VOLUME
    }

    public Infusion {
        interruptions = List.copyOf(interruptions);
    }
}
