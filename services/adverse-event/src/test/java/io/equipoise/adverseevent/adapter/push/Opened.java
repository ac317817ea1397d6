package io.equipoise.adverseevent.adapter.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Reads a push as a browser does, with HMAC written out instead of the platform's key derivation. */
final class Opened {
    private Opened() {}

    static String by(KeyPair browser, byte[] secret, byte[] body) {
        try {
            return open(browser, secret, body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String open(KeyPair browser, byte[] secret, byte[] body) throws GeneralSecurityException {
        var salt = Arrays.copyOf(body, 16);
        var sender = Arrays.copyOfRange(body, 21, 21 + Curve.POINT);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(Curve.publicKey(sender), true);
        var info =
                join(text("WebPush: info\0"), Curve.point((ECPublicKey) browser.getPublic()), sender, new byte[] {1});
        var agreed = hmac(hmac(secret, agreement.generateSecret()), info);
        var extracted = hmac(salt, agreed);
        var key = hmac(extracted, join(text("Content-Encoding: aes128gcm\0"), new byte[] {1}));
        var nonce = hmac(extracted, join(text("Content-Encoding: nonce\0"), new byte[] {1}));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
                new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
        var clear = cipher.doFinal(body, 21 + Curve.POINT, body.length - 21 - Curve.POINT);
        if (clear[clear.length - 1] != 2) {
            throw new GeneralSecurityException("no last record");
        }
        return new String(clear, 0, clear.length - 1, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        var all = new byte[0];
        for (var part : parts) {
            int before = all.length;
            all = Arrays.copyOf(all, before + part.length);
            System.arraycopy(part, 0, all, before, part.length);
        }
        return all;
    }
}
