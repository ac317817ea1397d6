package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a program learns that a newer log-in would do (RFC 9470): 401 with the refusal REAUTHENTICATION_NEEDED. */
public final class LogInAgain {
    private static final String CODE = "REAUTHENTICATION_NEEDED";

    private LogInAgain() {}

    public static boolean isAskedBy(Refusal reason) {
        return reason.code().equals(CODE);
    }

    /** @param fresh how old a log-in may be */
    public static ResponseEntity<Object> challenge(Refusal reason, Duration fresh) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=\"" + fresh.toSeconds() + "\"")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.detail(HttpStatus.UNAUTHORIZED, reason));
    }
}
