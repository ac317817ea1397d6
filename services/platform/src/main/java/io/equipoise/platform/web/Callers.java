package io.equipoise.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller from the verified token. */
final class Callers {
    private Callers() {}

    static Optional<Caller> current() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case JwtAuthenticationToken token -> Optional.of(of(token.getToken()));
            case Programs.Known program -> Optional.of(program.caller());
            case null, default -> Optional.empty();
        };
    }

    static LoggedIn loggedIn() {
        return new LoggedIn(
                SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                        ? token.getToken().getClaimAsInstant("auth_time")
                        : null);
    }

    static Caller of(Jwt token) {
        var name = token.getClaimAsString("preferred_username");
        return new Caller(
                name == null ? String.valueOf(token.getSubject()) : name,
                list(token, "roles").stream()
                        .flatMap(claim -> Role.ofClaim(claim).stream())
                        .collect(Collectors.toSet()),
                list(token, "sites").stream().collect(Collectors.toSet()));
    }

    private static List<String> list(Jwt token, String claim) {
        var values = token.getClaimAsStringList(claim);
        return values == null ? List.of() : values;
    }
}
