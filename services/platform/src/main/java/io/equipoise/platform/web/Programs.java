package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets in programs by what is theirs, where the service has doors for them; everywhere else that opens nothing. */
final class Programs extends OncePerRequestFilter {
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final ProgramKeys keys;
    private final JsonMapper json;

    Programs(ProgramKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** A program that has shown its secret. */
    static final class Known extends AbstractAuthenticationToken {
        private final transient Caller caller;

        private Known(Caller caller) {
            super(List.of());
            this.caller = caller;
            setAuthenticated(true);
        }

        Caller caller() {
            return caller;
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return caller.name();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return shown(request, BASIC).or(() -> token(request)).isEmpty();
    }

    private Optional<String> token(HttpServletRequest request) {
        return shown(request, BEARER).filter(keys::isToken);
    }

    private static Optional<String> shown(HttpServletRequest request, String scheme) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(scheme))
                .map(header -> header.substring(scheme.length()).strip());
    }

    /** Where a program was let in, its token is not looked at again. */
    static BearerTokenResolver others() {
        var usual = new DefaultBearerTokenResolver();
        return request ->
                SecurityContextHolder.getContext().getAuthentication() instanceof Known ? null : usual.resolve(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = token(request)
                .map(token -> keys.caller(request.getRequestURI(), token))
                .orElseGet(() -> shown(request, BASIC).flatMap(basic -> caller(request.getRequestURI(), basic)));
        if (caller.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(json.writeValueAsBytes(Problem.detail(
                            HttpStatus.UNAUTHORIZED,
                            Refusal.forbidden("SECRET_UNKNOWN", "what was shown does not open this door"))));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Known(caller.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(String path, String basic) {
        try {
            var text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : keys.caller(path, text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
