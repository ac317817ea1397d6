package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that was just started fetches the keys by which it knows a token; while nobody gives it any it cannot tell,
 * which is neither the caller's fault nor a failure of the request: the same may be sent again.
 */
final class IdentityAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityAway.class);
    private static final Refusal AWAY = Refusal.conflict(
            "IDENTITY_UNAVAILABLE",
            "the identity provider does not answer; send the same request with the same Idempotency-Key again");

    private final JsonMapper json;

    IdentityAway(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            LOG.warn("tokens cannot be looked at: {}", e.getMessage());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", "1");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(json.writeValueAsBytes(Problem.detail(HttpStatus.SERVICE_UNAVAILABLE, AWAY)));
        }
    }
}
