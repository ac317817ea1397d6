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
 * @param protocol the version of the study's definition that whom it is about went by, as the service knew it then;
 *     absent where it is about nobody, or nobody had told
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
        @Nullable String causation,
        @Nullable Integer protocol) {

    /** The same doing, for a second stream of one command. */
    public Attribution withSuffix(String suffix) {
        return with(commandId + "/" + suffix, fingerprint, happenedAt, reason);
    }

    public Attribution withHappenedAt(Instant at) {
        return with(commandId, fingerprint, at, reason);
    }

    public Attribution withReason(String why) {
        return with(commandId, fingerprint, happenedAt, why);
    }

    public Attribution withFingerprint(String other) {
        return with(commandId, other, happenedAt, reason);
    }

    public Attribution under(@Nullable Integer protocolVersion) {
        return new Attribution(
                commandId,
                fingerprint,
                actor,
                role,
                recordedAt,
                happenedAt,
                reason,
                correlation,
                causation,
                protocolVersion);
    }

    private Attribution with(String id, String print, @Nullable Instant at, @Nullable String why) {
        return new Attribution(id, print, actor, role, recordedAt, at, why, correlation, causation, protocol);
    }
}
