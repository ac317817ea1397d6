package io.equipoise.adverseevent.domain;

import io.equipoise.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about to sign, who has proved a moment ago who they are (21 CFR 11.50 and 11.200).
 *
 * @param name printed, 2 to 120 characters
 * @param meaning of the signature, 2 to 200 characters
 * @param loggedInAt absent where the log-in does not tell
 */
public record Signing(
        String account,
        Set<Lifter> roles,
        String name,
        String meaning,
        @Nullable Instant loggedInAt,
        Instant at) {
    /** How old a log-in may be. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final String LOG_IN_AGAIN = "REAUTHENTICATION_NEEDED";

    private static final int SHORTEST = 2;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MEANING = 200;

    public Signing {
        roles = Set.copyOf(roles);
    }

    Optional<Refusal> refusal() {
        if (loggedInAt == null || loggedInAt.plus(FRESH).isBefore(at)) {
            return Optional.of(
                    Refusal.forbidden(LOG_IN_AGAIN, "a signature asks for a log-in of the last five minutes"));
        }
        if (!fits(name, LONGEST_NAME)) {
            return Optional.of(
                    Refusal.invalid("SIGNATURE_INCOMPLETE", "a signature carries the signer's printed name", "/name"));
        }
        return fits(meaning, LONGEST_MEANING)
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "SIGNATURE_INCOMPLETE", "a signature says what it means, such as approval", "/meaning"));
    }

    Signature as(Lifter role) {
        return new Signature(name.strip(), account, role, meaning.strip(), at);
    }

    private static boolean fits(String text, int longest) {
        return text.strip().length() >= SHORTEST && text.length() <= longest;
    }
}
