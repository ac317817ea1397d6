package io.equipoise.randomization.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) keyed by a seed's digits. */
record HmacSha256(Seed seed) {
    private static final String NAME = "HmacSHA256";

    byte[] of(String message) {
        try {
            var mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(seed.bytes(), NAME));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
