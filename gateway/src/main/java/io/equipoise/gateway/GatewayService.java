package io.equipoise.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** The whole gateway at a glance; its routes are in application.yml, its doors for people in {@link People}. */
@SpringBootApplication
@EnableConfigurationProperties(GatewayService.Limit.class)
public class GatewayService {
    private static final int CALLERS = 10_000;
    private static final Pattern ASSIGNMENTS = Pattern.compile("/api/studies/[^/]+/rtsm/assignments");

    /** How many requests one caller may send in a period. */
    @ConfigurationProperties("equipoise.limit")
    record Limit(
            @DefaultValue("3000") long requests,
            @DefaultValue("10s") Duration per) {}

    public static void main(String[] args) {
        SpringApplication.run(GatewayService.class, args);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(Limit limit) {
        var buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(limit.per().multipliedBy(2))
                .<String, Bucket>build(caller -> Bucket.builder()
                        .addLimit(rate -> rate.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                        .build());
        var filter = new FilterRegistrationBean<>(new RateLimit(buckets));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Systems that delegate randomization, or decide themselves and tell: what they show passes, the service looks at it. */
    @Bean
    @Order(0)
    SecurityFilterChain delegates(HttpSecurity http) throws Exception {
        return http.securityMatcher(request ->
                        isOfAnotherSystem(request.getRequestURI(), String.valueOf(request.getHeader("Authorization"))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static boolean isOfAnotherSystem(String path, String shown) {
        return (path.startsWith("/api/delegated/") && shown.startsWith("Basic "))
                || (ASSIGNMENTS.matcher(path).matches() && shown.startsWith("Bearer edcrtsm_"));
    }

    /** Programs: a bearer token with each request, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> request.getHeader("Authorization") != null
                        || (isMachineDoor(request.getRequestURI()) && request.getHeader("Cookie") == null))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, failure) -> Problems.write(
                                response, HttpStatus.UNAUTHORIZED, "TOKEN_MISSING", "send a valid bearer token")))
                .addFilterBefore(new IdentityAway(), BearerTokenAuthenticationFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    static boolean isMachineDoor(String path) {
        return path.startsWith("/api/") || path.startsWith("/fhir/");
    }
}
