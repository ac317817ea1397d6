package io.equipoise.platform;

import io.equipoise.platform.hpke.RecipientKey;
import io.equipoise.platform.hpke.RecipientSecret;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One recipient a test process: what services under test seal, and what is sealed to them. */
public final class TestRecipient {
    private static final KeyPair PAIR = fresh();

    private TestRecipient() {}

    public static RecipientKey sealing() {
        return RecipientKey.of(sealingText());
    }

    public static RecipientSecret opening() {
        return RecipientSecret.of(openingText());
    }

    static String sealingText() {
        return text(PAIR.getPublic());
    }

    static String openingText() {
        return text(PAIR.getPrivate());
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
