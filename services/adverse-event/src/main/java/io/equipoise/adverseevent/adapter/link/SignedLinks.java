package io.equipoise.adverseevent.adapter.link;

import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.journal.KeyVault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens under a key of this purpose alone (HMAC-SHA256): content, a point, and the signature. */
public final class SignedLinks implements AcknowledgementLinks {
    private static final String PURPOSE = "acknowledgement-links";
    private static final String BETWEEN = "\n";
    private static final int PARTS = 4;
    private static final int LONGEST = 2_000;

    private final KeyVault keys;

    public SignedLinks(KeyVault keys) {
        this.keys = keys;
    }

    @Override
    public String token(String alert, Delivery mailed, Instant now) {
        var until = now.plus(Duration.ofDays(LIFE_DAYS)).getEpochSecond();
        var content = String.join(
                BETWEEN, alert, Integer.toString(mailed.step()), mailed.target().to(), Long.toString(until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "."
                + keys.fingerprint(PURPOSE, content);
    }

    @Override
    public Read read(String token, Instant now) {
        var point = token.lastIndexOf('.');
        if (point < 0 || token.length() > LONGEST) {
            return new Forged();
        }
        var content = content(token.substring(0, point));
        var signature = token.substring(point + 1).getBytes(StandardCharsets.UTF_8);
        var ours = keys.fingerprint(PURPOSE, content).getBytes(StandardCharsets.UTF_8);
        var parts = content.split(BETWEEN, -1);
        if (!MessageDigest.isEqual(ours, signature) || parts.length != PARTS) {
            return new Forged();
        }
        var until = Instant.ofEpochSecond(Long.parseLong(parts[3]));
        var mailed = new Delivery(Integer.parseInt(parts[1]), new Target(Channel.EMAIL, parts[2]));
        return now.isBefore(until) ? new Good(parts[0], mailed, until) : new Expired(parts[0], until);
    }

    private static String content(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
