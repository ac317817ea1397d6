package io.equipoise.platform.web;

import io.equipoise.platform.journal.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes who, when and why from the token and the request's headers. */
public final class Attributions {
    /** The header that makes a command the same command. */
    public static final String KEY = "Idempotency-Key";

    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int LONGEST_REASON = 1_000;

    private final Clock clock;

    public Attributions(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem 400 if the Idempotency-Key is missing or malformed */
    public Attribution of(HttpServletRequest request, Caller caller) {
        var key = request.getHeader(KEY);
        if (key == null) {
            throw Problem.badRequest(
                    "IDEMPOTENCY_KEY_MISSING", "send an Idempotency-Key header, so that a repeat is known as one", KEY);
        }
        return of(request, caller, key);
    }

    /** For a door whose clients identify their command otherwise. */
    public Attribution of(HttpServletRequest request, Caller caller, String key) {
        if (!KEY_FORM.matcher(key).matches()) {
            throw Problem.badRequest(
                    "IDEMPOTENCY_KEY_MALFORMED", "an Idempotency-Key is 1 to 200 visible ASCII characters", KEY);
        }
        var reason = request.getHeader("X-Reason");
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Problem.badRequest("REASON_TOO_LONG", "a reason has at most 1000 characters", "X-Reason");
        }
        var fingerprint = request.getAttribute(BodyFilter.FINGERPRINT);
        return new Attribution(
                caller.name() + ":" + key,
                fingerprint instanceof String text ? text : "",
                caller.name(),
                String.join(
                        ",", caller.roles().stream().map(Role::claim).sorted().toList()),
                clock.instant(),
                null,
                reason,
                correlation(request),
                null,
                null);
    }

    static String correlation(HttpServletRequest request) {
        var given = request.getHeader("X-Request-Id");
        return usable(given) && given != null ? given : UUID.randomUUID().toString();
    }

    private static boolean usable(@Nullable String id) {
        return id != null && KEY_FORM.matcher(id).matches();
    }
}
