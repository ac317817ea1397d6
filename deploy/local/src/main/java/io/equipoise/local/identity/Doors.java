package io.equipoise.local.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Which of the provider's doors want a log-in: those of the protocol that act for a person. */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        var logIn = new LoginUrlAuthenticationEntryPoint("/login");
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, provider -> provider.oidc(withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        logIn, new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .addFilterAfter(new LogIns(Clock.systemUTC()), SecurityContextHolderFilter.class)
                .oauth2ResourceServer(resources -> resources.jwt(withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/dev/token", "/login", "/error", "/actuator/health")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/dev/token"))
                .formLogin(form -> form.loginPage("/login"))
                .build();
    }
}
