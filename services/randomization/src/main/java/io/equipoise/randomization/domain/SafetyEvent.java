package io.equipoise.randomization.domain;

import java.time.Instant;

/** A safety officer asked for one subject's code, for a report that has to go out (EU CTR 536/2014, Annex III 2.5). */
public sealed interface SafetyEvent extends AllocationEvent.OfSafety {
    /** The adverse event that has to be reported. */
    String event();

    /**
     * Granted. What the subject gets is for the safety office alone: encrypted here, sealed to adverse-event on the topic.
     *
     * @param at when it was asked for and granted
     */
    record BrokenForSafety(
            String study,
            String subject,
            String site,
            String event,
            String reason,
            String brokenBy,
            Instant at,
            Arm arm)
            implements SafetyEvent {
        @Override
        public String toString() {
            return "BrokenForSafety[" + subject + ", " + event + "]";
        }
    }

    /** Not granted: kept for the audit, told to nobody. */
    record SafetyBreakRefused(
            String study, String subject, String site, String event, SafetyObstacle obstacle, String attemptedBy)
            implements SafetyEvent {}
}
