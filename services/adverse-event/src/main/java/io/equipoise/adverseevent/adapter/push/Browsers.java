package io.equipoise.adverseevent.adapter.push;

import io.equipoise.adverseevent.application.PushServices;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.platform.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Which browsers can be pushed to. */
public final class Browsers implements PushServices {
    private static final int SECRET = 16;
    private static final int ID_BYTES = 8;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_DEVICE = 100;

    private final PushSettings settings;
    private final Vapid vapid;

    Browsers(PushSettings settings, Vapid vapid) {
        this.settings = settings;
        this.vapid = vapid;
    }

    @Override
    public String publicKey() {
        return vapid.publicKey();
    }

    @Override
    public Looked browser(Described described, Set<String> sites) {
        var device = described.device().strip();
        if (device.isEmpty() || device.length() > LONGEST_DEVICE) {
            return no("DEVICE_MISSING", "call this browser something, in up to 100 characters", "/device");
        }
        if (described.endpoint().length() > LONGEST_ADDRESS || !isServed(described.endpoint())) {
            return no("PUSH_SERVICE_UNKNOWN", "this is no push service that the settings name", "/endpoint");
        }
        if (!isPoint(described.key())) {
            return no("BROWSER_KEY_INVALID", "a browser's key is a point of P-256 in base64url", "/p256dh");
        }
        if (bytes(described.secret()).length != SECRET) {
            return no("BROWSER_SECRET_INVALID", "what a browser shares is 16 bytes in base64url", "/auth");
        }
        return new Known(new Browser(
                id(described.endpoint()), device, described.endpoint(), described.key(), described.secret(), sites));
    }

    private boolean isServed(String address) {
        try {
            return settings.serves(URI.create(address));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isPoint(String key) {
        try {
            return Curve.publicKey(bytes(key)).getW() != null;
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    private static String id(String endpoint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Looked no(String code, String detail, String pointer) {
        return new Unfit(Refusal.invalid(code, detail, pointer));
    }
}
