package io.equipoise.platform.web;

import io.equipoise.platform.EquipoiseSettings;
import io.equipoise.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Doors of a service: a token at every one but health, metrics and the description of the doors themselves. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, RequiredFields.class})
public class WebConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WebConfiguration.class);

    @Bean
    Attributions attributions(Clock clock) {
        return new Attributions(clock);
    }

    @Bean
    WebMvcConfigurer arguments(Attributions attributions) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments(attributions));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AllowedInterceptor());
            }
        };
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodies(EquipoiseSettings settings, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new BodyFilter(settings.bodyLimit(), json));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return filter;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, JsonMapper json, ObjectProvider<ProgramKeys> programs)
            throws Exception {
        AuthenticationEntryPoint noToken = (request, response, failure) -> {
            LOG.debug("refused at the door: {}", failure.getMessage());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(json.writeValueAsBytes(Problem.detail(
                            HttpStatus.UNAUTHORIZED, Refusal.forbidden("TOKEN_MISSING", "send a valid bearer token"))));
        };
        programs.ifAvailable(
                keys -> http.addFilterBefore(new Programs(keys, json), BearerTokenAuthenticationFilter.class));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .bearerTokenResolver(Programs.others())
                        .authenticationEntryPoint(noToken))
                .addFilterBefore(new IdentityAway(json), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(noToken))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
