package io.equipoise.adverseevent.application;

import java.time.Duration;

/** What is counted about alerts. Never a subject, never a term. */
public interface Measures {
    /** From the entry of the event until a channel had the alert. */
    void reached(String channel, Duration sinceEntry);
}
