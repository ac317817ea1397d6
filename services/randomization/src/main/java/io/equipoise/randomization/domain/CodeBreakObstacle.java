package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;

/** Why a code was not broken. An attempt is a fact of its own, so the obstacle is kept in the journal under this name. */
public enum CodeBreakObstacle {
    OTHER_SITE,
    NOT_RANDOMIZED,
    CATEGORY_UNKNOWN,
    REASON_TOO_SHORT,
    IN_THE_FUTURE;

    /** How many characters a reason has at least. */
    public static final int SHORTEST_REASON = 10;

    public Refusal refusal() {
        return switch (this) {
            case OTHER_SITE ->
                Refusal.forbidden("OTHER_SITE", "Only an investigator of the subject's own site can break the code.");
            case NOT_RANDOMIZED ->
                Refusal.conflict("NOT_RANDOMIZED", "The subject is not randomized: there is no code to break.");
            case CATEGORY_UNKNOWN ->
                Refusal.invalid(
                        "CATEGORY_UNKNOWN",
                        "The category is one of MEDICAL_EMERGENCY, OVERDOSE, PREGNANCY, OTHER.",
                        "/category");
            case REASON_TOO_SHORT ->
                Refusal.invalid(
                        "REASON_TOO_SHORT",
                        "The reason says in at least " + SHORTEST_REASON + " characters what makes it necessary.",
                        "/reason");
            case IN_THE_FUTURE ->
                Refusal.invalid("IN_THE_FUTURE", "A code is broken now or was broken before, not later.", "/at");
        };
    }
}
