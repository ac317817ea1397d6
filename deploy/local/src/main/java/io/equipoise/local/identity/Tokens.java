package io.equipoise.local.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Makes the tokens that a program gets for a development account. */
final class Tokens {

    static final Duration LIFE = Duration.ofHours(12);

    private final JwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    Tokens(JwtEncoder encoder, String issuer, Clock clock) {
        this.encoder = encoder;
        this.issuer = issuer;
        this.clock = clock;
    }

    String of(Account account) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(account.name())
                .audience(List.of("equipoise"))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFE))
                .claim("auth_time", now.getEpochSecond())
                .claims(all -> all.putAll(account.claims()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
