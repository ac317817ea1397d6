package io.equipoise.local.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who asks for a log-in of a certain age ({@code max_age}, OpenID Connect Core 3.1.2.1) gets it: an older one is made again. */
final class LogIns extends OncePerRequestFilter {
    private final Clock clock;

    LogIns(Clock clock) {
        this.clock = clock;
    }

    /** When a person last clicked who to be. */
    static Optional<Instant> at(Authentication who) {
        return who.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(authority -> ((FactorGrantedAuthority) authority).getIssuedAt())
                .max(Comparator.naturalOrder());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var seconds = request.getParameter("max_age");
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (seconds != null && seconds.matches("[0-9]{1,6}") && who != null && isOlder(who, Long.parseLong(seconds))) {
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        }
        chain.doFilter(request, response);
    }

    private boolean isOlder(Authentication who, long seconds) {
        var oldest = clock.instant().minusSeconds(seconds);
        return at(who).filter(made -> !made.isBefore(oldest)).isEmpty();
    }
}
