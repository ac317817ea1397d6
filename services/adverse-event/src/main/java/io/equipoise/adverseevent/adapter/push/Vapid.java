package io.equipoise.adverseevent.adapter.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says to a push service who pushes (RFC 8292): a token of ES256 for that service alone, for twelve hours of the 24 that
 * are allowed.
 *
 * @param contact whom the service may write to; absent where nobody is named
 */
record Vapid(KeyPair keys, @Nullable String contact, JsonMapper json) {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    String publicKey() {
        return BASE64.encodeToString(Curve.point((ECPublicKey) keys.getPublic()));
    }

    /** The value of the header Authorization. */
    String authorization(URI endpoint, Instant now) throws GeneralSecurityException {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", origin(endpoint));
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        if (contact != null) {
            claims.put("sub", contact);
        }
        var content = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(json.writeValueAsString(claims));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return "vapid t=" + content + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicKey();
    }

    private static String origin(URI endpoint) {
        var port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        return endpoint.getScheme() + "://" + endpoint.getHost() + port;
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
