package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The number a list is drawn from, 16 to 64 hexadecimal digits. Who knows it knows the list, so it never prints itself. */
public record Seed(String hex) {
    private static final String FORM = "[0-9a-f]{16,64}";

    /** Refuses a seed that could be found from its published hash. */
    public static final Refusal WEAK = Refusal.invalid(
            "SEED_WEAK",
            "A seed whose hash is published has 32 hexadecimal digits or more, at least 8 of them different.",
            "/seed");

    private static final int STRONG = 32;
    private static final int VARIED = 8;

    public Seed {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches(FORM)) {
            throw new IllegalArgumentException("a seed has 16 to 64 hexadecimal digits");
        }
    }

    public static boolean isSeed(String text) {
        return text.toLowerCase(Locale.ROOT).matches(FORM);
    }

    /** Whether its hash may be published: enough digits, and enough different ones, that nobody finds it by trying. */
    public boolean canBePublished() {
        return hex.length() >= STRONG && hex.chars().distinct().count() >= VARIED;
    }

    /** What proves later which seed was used, without being the seed: SHA-256 of its lower-case digits. */
    public String sha256() {
        return HexFormat.of().formatHex(digest().digest(bytes()));
    }

    byte[] bytes() {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "Seed[hidden]";
    }
}
