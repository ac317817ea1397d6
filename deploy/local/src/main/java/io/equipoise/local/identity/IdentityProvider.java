package io.equipoise.local.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.equipoise.local.Stack;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** An OpenID provider for a developer's machine: accounts are clicked, not proven. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Doors.class, LogInPage.class, TokenDoor.class})
public class IdentityProvider {

    static final String PASSWORD = "development";

    public static ConfigurableApplicationContext start(Stack stack) {
        return new SpringApplicationBuilder(IdentityProvider.class)
                .run(
                        "--server.port=" + stack.port("identity"),
                        "--equipoise.identity.key=" + stack.data("identity").resolve("signing-key.json"),
                        "--equipoise.identity.issuer=" + stack.issuer(),
                        "--equipoise.identity.gateway=" + stack.gateway());
    }

    @Bean
    Accounts accounts() throws Exception {
        return Accounts.read();
    }

    @Bean
    UserDetailsService users(Accounts accounts) {
        return name -> accounts.named(name)
                .map(account -> User.withUsername(account.name())
                        .password("{noop}" + PASSWORD)
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(@Value("${equipoise.identity.key}") Path file) throws Exception {
        return new ImmutableJWKSet<>(SigningKey.at(file));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    Tokens tokens(JwtEncoder encoder, @Value("${equipoise.identity.issuer}") String issuer) {
        return new Tokens(encoder, issuer, Clock.systemUTC());
    }

    /** Access and identity tokens of people say what those of programs say. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts) {
        return context -> {
            var principal = context.getPrincipal();
            if (principal != null) {
                accounts.named(principal.getName())
                        .ifPresent(account -> context.getClaims().claims(all -> all.putAll(account.claims())));
                LogIns.at(principal).ifPresent(made -> context.getClaims().claim("auth_time", made.getEpochSecond()));
            }
        };
    }
}
