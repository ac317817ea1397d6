package io.equipoise.gateway;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** No caller can take the doors from the others: beyond its share it gets 429, with the time after which to come again. */
final class RateLimit extends OncePerRequestFilter {
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(LoadingCache<String, Bucket> buckets) {
        this.buckets = buckets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var probe = buckets.get(caller(request)).tryConsumeAndReturnRemaining(1);
        response.setHeader("X-RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        var seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
        response.setHeader("Retry-After", Long.toString(seconds));
        Problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "come again in " + seconds + " s");
    }

    /** The token, or else the address: what is here before anybody was identified. */
    private static String caller(HttpServletRequest request) {
        var token = request.getHeader("Authorization");
        return token == null ? request.getRemoteAddr() : Integer.toHexString(token.hashCode()) + token.length();
    }
}
