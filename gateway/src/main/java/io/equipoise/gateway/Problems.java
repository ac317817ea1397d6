package io.equipoise.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** The gateway's own refusals, in the form of every other (RFC 9457). */
final class Problems {
    private Problems() {}

    static void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        var body = "{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), code, detail);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
