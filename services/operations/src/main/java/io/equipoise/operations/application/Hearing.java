package io.equipoise.operations.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well this room hears the others: one line for each topic. */
public interface Hearing {
    List<Line> lines();

    /**
     * One topic.
     *
     * @param delayMillis from the instant a fact was recorded in its own service to the instant it was applied here, for
     *     the last one heard since this service started
     * @param parked messages that wait for one that is missing before them
     * @param dead messages that nobody could read
     */
    record Line(
            String topic,
            long heard,
            @Nullable Instant lastHeard,
            @Nullable Instant lastRecorded,
            @Nullable Long delayMillis,
            long parked,
            long dead) {
        public boolean stuck() {
            return parked > 0 || dead > 0;
        }

        public String delay() {
            if (delayMillis == null) {
                return "unknown";
            }
            return delayMillis < 10_000 ? delayMillis + " ms" : delayMillis / 1000 + " s";
        }
    }
}
