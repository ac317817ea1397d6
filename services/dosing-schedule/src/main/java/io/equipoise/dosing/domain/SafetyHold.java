package io.equipoise.dosing.domain;

import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stopping rule of the protocol was crossed: nothing is given from one instant until another. Follow-up goes on.
 *
 * @param liftedAt absent while nobody has lifted it
 * @param liftedBy roles
 */
public record SafetyHold(
        String hold, Instant placedAt, @Nullable Instant liftedAt, List<String> liftedBy) {
    public SafetyHold {
        liftedBy = List.copyOf(liftedBy);
    }

    /** The instant of its lifting is free again. */
    public boolean covers(Instant at) {
        return !at.isBefore(placedAt) && (liftedAt == null || at.isBefore(liftedAt));
    }

    /** For a person to read. */
    public String inWords() {
        return "the study is held for safety since %s (%s): a stopping rule of the protocol was crossed; %s may lift it"
                .formatted(placedAt, hold, String.join(" or ", liftedBy));
    }

    Refusal refusal() {
        return Refusal.conflict("SAFETY_HOLD", inWords() + "; follow-up and adverse events are recorded as ever");
    }
}
