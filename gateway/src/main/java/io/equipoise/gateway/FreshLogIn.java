package io.equipoise.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * {@code /oauth2/authorization/equipoise?fresh} asks the identity provider for a log-in of this minute ({@code max_age},
 * OpenID Connect Core 3.1.2.1), although the person is logged in: who breaks a code proves again who they are.
 */
final class FreshLogIn implements OAuth2AuthorizationRequestResolver {
    private static final String SECONDS = "60";

    private final OAuth2AuthorizationRequestResolver usual;

    FreshLogIn(ClientRegistrationRepository clients) {
        usual = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(request, usual.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest found) {
        return found == null || request.getParameter("fresh") == null
                ? found
                : OAuth2AuthorizationRequest.from(found)
                        .additionalParameters(all -> all.put("max_age", SECONDS))
                        .build();
    }
}
