package io.equipoise.platform.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, in which role, when it was recorded, when it happened, and for what stated reason (21 CFR 11.10(e), ICH
 * E6(R3) 4.2.2).
 *
 * @param commandId the command's identity: the same id again is the same command
 * @param fingerprint of the request; the same id with another fingerprint is refused
 * @param happenedAt when it happened in the world, where that differs from when it was recorded
 * @param correlation joins all that followed from one request
 * @param causation the message that led to this command, if one did
 */
public record Attribution(
        String commandId,
        String fingerprint,
        String actor,
        String role,
        Instant recordedAt,
        @Nullable Instant happenedAt,
        @Nullable String reason,
        String correlation,
        @Nullable String causation) {

    /** The same doing, for a second stream of one command. */
    public Attribution withSuffix(String suffix) {
        return new Attribution(
                commandId + "/" + suffix,
                fingerprint,
                actor,
                role,
                recordedAt,
                happenedAt,
                reason,
                correlation,
                causation);
    }

    public Attribution withHappenedAt(Instant at) {
        return new Attribution(commandId, fingerprint, actor, role, recordedAt, at, reason, correlation, causation);
    }

    public Attribution withReason(String why) {
        return new Attribution(
                commandId, fingerprint, actor, role, recordedAt, happenedAt, why, correlation, causation);
    }

    public Attribution withFingerprint(String other) {
        return new Attribution(commandId, other, actor, role, recordedAt, happenedAt, reason, correlation, causation);
    }
}
