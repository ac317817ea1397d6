package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;

/** Why a code was not broken. An attempt is a fact of its own, so the obstacle is kept in the journal under this name. */
public enum CodeBreakObstacle {
    OTHER_SITE,
    REAUTHENTICATION_NEEDED,
    NOT_RANDOMIZED,
    CATEGORY_UNKNOWN,
    REASON_TOO_SHORT,
    REQUESTER_INCOMPLETE,
    IN_THE_FUTURE;

    /** How many characters a reason has at least. */
    public static final int SHORTEST_REASON = 10;

    public Refusal refusal() {
        return switch (this) {
            case OTHER_SITE ->
                Refusal.forbidden("OTHER_SITE", "Only an investigator of the subject's own site can break the code.");
            case REAUTHENTICATION_NEEDED ->
                Refusal.forbidden(
                        "REAUTHENTICATION_NEEDED",
                        "Log in again, then send the same once more: a code is broken within %d minutes of a log-in."
                                .formatted(BreakCode.FRESH.toMinutes()));
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
            case REQUESTER_INCOMPLETE ->
                Refusal.invalid(
                        "REQUESTER_INCOMPLETE",
                        "Somebody else who asked for the code is given by name and role, each of 1 to 100 characters.",
                        "/requestedBy");
            case IN_THE_FUTURE ->
                Refusal.invalid("IN_THE_FUTURE", "A code is broken now or was broken before, not later.", "/at");
        };
    }
}
