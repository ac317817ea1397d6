package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.util.List;

/**
 * A stopping rule of the protocol was crossed, and nobody has lifted that yet: nobody is enrolled, whatever the day.
 *
 * @param liftedBy the roles that may lift it
 */
public record SafetyHold(String hold, Instant placedAt, List<String> liftedBy) {
    public SafetyHold {
        liftedBy = List.copyOf(liftedBy);
    }

    Refusal refusal() {
        return Refusal.conflict(
                "SAFETY_HOLD",
                "the study is held for safety since %s (%s): a stopping rule of the protocol was crossed; %s may lift it"
                        .formatted(placedAt, hold, String.join(" or ", liftedBy)));
    }
}
