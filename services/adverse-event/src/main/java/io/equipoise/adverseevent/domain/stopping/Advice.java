package io.equipoise.adverseevent.domain.stopping;

/** What counts of toxicity at one dose level say about the next person. */
public enum Advice {
    ESCALATE,
    STAY,
    DE_ESCALATE,
    /** This level, and every higher one, is closed. */
    EXCEEDED
}
