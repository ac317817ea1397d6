package io.equipoise.adverseevent.domain;

/** How the event ended, or has not ended yet (ICH E2B(R3) E.i.7). */
public enum EventOutcome {
    RECOVERED,
    RECOVERING,
    NOT_RECOVERED,
    RECOVERED_WITH_SEQUELAE,
    FATAL,
    UNKNOWN
}
