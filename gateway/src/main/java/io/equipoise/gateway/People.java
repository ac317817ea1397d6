package io.equipoise.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * People: log-in at the identity provider, a session cookie, and the access token relayed to the services. What changes
 * something must show the CSRF cookie's value in a header, which only a page of ours can.
 */
@Configuration(proxyBeanMethods = false)
class People {
    private static final String[] OPEN = {
        "/actuator/health/**",
        "/actuator/prometheus",
        "/docs/**",
        "/swagger-ui/**",
        "/v3/api-docs/**",
        "/openapi/**",
        "/error"
    };

    @Bean
    @Order(2)
    SecurityFilterChain sessions(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            @Value("${equipoise.identity.log-out}") String identityLogsOutAt)
            throws Exception {
        var asked = pagesAskedFor();
        var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(logIn())
                        .accessDeniedHandler((request, response, failure) -> Problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "CSRF_TOKEN_MISSING",
                                "this did not come from a page of ours, or the page is old: load it again")))
                .requestCache(cache -> cache.requestCache(asked))
                .oauth2Login(login -> login.successHandler(backTo(asked))
                        .authorizationEndpoint(asking -> asking.authorizationRequestResolver(new FreshLogIn(clients))))
                .logout(logout -> logout.logoutSuccessHandler(
                        (request, response, who) -> logOut(request, response, who, identityLogsOutAt)))
                .csrf(csrf -> csrf.csrfTokenRepository(cookies).csrfTokenRequestHandler(new AlwaysThere()))
                .build();
    }

    /** Where a person wanted to go; nothing that a page asks for by itself. */
    private static HttpSessionRequestCache pagesAskedFor() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !isNoPage(request)
                && !request.getRequestURI().matches("/(assets|safety/assets|protocol/assets|favicon).*"));
        return cache;
    }

    /** Back to the page asked for, by its own address. */
    private static AuthenticationSuccessHandler backTo(RequestCache asked) {
        var back = new SavedRequestAwareAuthenticationSuccessHandler();
        var redirect = new DefaultRedirectStrategy();
        back.setRequestCache(asked);
        back.setRedirectStrategy((request, response, place) ->
                redirect.sendRedirect(request, response, place.replaceFirst("[?&]continue$", "")));
        return back;
    }

    private static AuthenticationEntryPoint logIn() {
        var page = new LoginUrlAuthenticationEntryPoint("/oauth2/authorization/equipoise");
        return (request, response, failure) -> {
            if (isNoPage(request)) {
                Problems.write(response, HttpStatus.UNAUTHORIZED, "TOKEN_MISSING", "log in again");
            } else {
                page.commence(request, response, failure);
            }
        };
    }

    /** A script that is sent to the identity provider's log-in page cannot follow; it has to be told. */
    private static boolean isNoPage(HttpServletRequest request) {
        var accepts = request.getHeader("Accept");
        return GatewayService.isMachineDoor(request.getRequestURI())
                || (accepts != null && accepts.contains("text/event-stream"));
    }

    /** The session here has ended; says where the identity provider ends its own, else the next log-in would ask nobody. */
    private static void logOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who, String place) {
        var home =
                ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
        var then = who != null && who.getPrincipal() instanceof OidcUser person
                ? UriComponentsBuilder.fromUriString(place)
                        .queryParam("id_token_hint", person.getIdToken().getTokenValue())
                        .queryParam("post_logout_redirect_uri", home)
                        .encode()
                        .toUriString()
                : home;
        response.setHeader("Location", then);
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    /** The cookie is set before a page needs it. */
    private static final class AlwaysThere extends CsrfTokenRequestAttributeHandler {
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
            super.handle(request, response, token);
            token.get().getToken();
        }
    }
}
