package io.equipoise.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the identity provider gives nobody its keys, no token can be looked at: a 503 that may be tried again. */
final class IdentityAway extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            response.setHeader("Retry-After", "1");
            Problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "IDENTITY_UNAVAILABLE",
                    "the identity provider does not answer; try again");
        }
    }
}
