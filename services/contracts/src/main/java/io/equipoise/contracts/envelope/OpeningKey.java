package io.equipoise.contracts.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens a study's sealed envelopes: 32 bytes that nobody holds. People hold shares of it, and any two make it (A.
 * Shamir, How to Share a Secret, 1979, with a threshold of two). It never prints itself.
 */
public record OpeningKey(String hex) {
    static final int BYTES = 32;

    private static final String NAME = "equipoise.opening-key.v1";
    private static final int ID_DIGITS = 8;

    public OpeningKey {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("an opening key has 64 hexadecimal digits");
        }
    }

    /** Tells one key from another and nothing else. */
    public String id() {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest((NAME + "|" + hex).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * Each byte of the key is where a line of its own meets zero; a share is the height of all 32 lines at the share's
     * number. One height fits every key equally well; two make out the line.
     *
     * @param slopes 64 hexadecimal digits of chance, the same for every share of this key
     */
    public OpeningShare share(int number, String slopes) {
        var rise = HexFormat.of().parseHex(slopes);
        var heights = HexFormat.of().parseHex(hex);
        for (int at = 0; at < BYTES; at++) {
            heights[at] ^= (byte) FieldOf256.times(rise[at] & 0xff, number);
        }
        return new OpeningShare(id(), number, HexFormat.of().formatHex(heights));
    }

    /** Empty where the shares are one share twice, or do not belong together. */
    public static Optional<OpeningKey> of(OpeningShare one, OpeningShare other) {
        if (one.number() == other.number() || !one.key().equals(other.key())) {
            return Optional.empty();
        }
        int between = one.number() ^ other.number();
        int left = FieldOf256.over(other.number(), between);
        int right = FieldOf256.over(one.number(), between);
        var key = HexFormat.of().parseHex(one.hex());
        var second = HexFormat.of().parseHex(other.hex());
        for (int at = 0; at < BYTES; at++) {
            key[at] = (byte) (FieldOf256.times(key[at] & 0xff, left) ^ FieldOf256.times(second[at] & 0xff, right));
        }
        var made = new OpeningKey(HexFormat.of().formatHex(key));
        return made.id().equals(one.key()) ? Optional.of(made) : Optional.empty();
    }

    /** The key of one envelope: HMAC-SHA-256 of what stands on it. */
    SecretKeySpec keyOf(String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(address.getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "OpeningKey[hidden]";
    }
}
