package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;

/** Why a code was not broken for a safety report. The attempt is a fact, and kept in the journal under this name. */
public enum SafetyObstacle {
    OTHER_SITE,
    REAUTHENTICATION_NEEDED,
    NOT_RANDOMIZED,
    EVENT_NOT_TOLD,
    EVENT_NOT_SERIOUS,
    NOT_A_SUSAR,
    REASON_TOO_SHORT,
    SEALING_KEY_MISSING;

    public Refusal refusal() {
        return switch (this) {
            case OTHER_SITE -> Refusal.forbidden("OTHER_SITE", "Your account is not of this person's site.");
            case REAUTHENTICATION_NEEDED -> CodeBreakObstacle.REAUTHENTICATION_NEEDED.refusal();
            case NOT_RANDOMIZED -> CodeBreakObstacle.NOT_RANDOMIZED.refusal();
            case EVENT_NOT_TOLD ->
                Refusal.conflict(
                        "EVENT_NOT_TOLD",
                        "No such adverse event of this subject has been told here. The sponsor breaks only the code of"
                                + " the subject whom the report is about.",
                        "/event");
            case EVENT_NOT_SERIOUS ->
                Refusal.conflict(
                        "EVENT_NOT_SERIOUS",
                        "The event meets no criterion of seriousness: it is not reported expedited, and its subject"
                                + " stays blind (EU CTR Annex III 2.5).",
                        "/event");
            case NOT_A_SUSAR ->
                Refusal.invalid(
                        "NOT_A_SUSAR",
                        "The sponsor breaks a code only for a serious event that is judged suspected and unexpected"
                                + " (EU CTR Annex III 2.5); confirm both, or leave the code whole.",
                        "/suspected",
                        "/unexpected");
            case REASON_TOO_SHORT -> CodeBreakObstacle.REASON_TOO_SHORT.refusal();
            case SEALING_KEY_MISSING ->
                Refusal.conflict(
                        "SEALING_KEY_MISSING",
                        "This installation has no key to seal a treatment to the safety office: nothing was broken.");
        };
    }
}
