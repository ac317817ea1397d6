package io.equipoise.adverseevent.adapter.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message that one browser can read and its push service cannot: content coding aes128gcm (RFC 8188), one record, with
 * keys agreed over P-256 (RFC 8291).
 */
final class PushMessage {
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int AGREED = 32;
    private static final byte LAST_RECORD = 2;

    private final byte[] browserKey;
    private final byte[] secret;

    /** The browser's public key, 65 bytes, and what it shares with the sender, 16 bytes. */
    PushMessage(byte[] browserKey, byte[] secret) {
        this.browserKey = browserKey.clone();
        this.secret = secret.clone();
    }

    /**
     * The body of the push.
     *
     * @param once a pair of keys for this message alone
     * @param salt 16 random bytes
     */
    byte[] sealed(byte[] clear, KeyPair once, byte[] salt) throws GeneralSecurityException {
        var ours = Curve.point((ECPublicKey) once.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(once.getPrivate());
        agreement.doPhase(Curve.publicKey(browserKey), true);
        var agreed =
                derived(secret, agreement.generateSecret(), joined(text("WebPush: info\0"), browserKey, ours), AGREED);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(derived(salt, agreed, text("Content-Encoding: aes128gcm\0"), KEY), "AES"),
                new GCMParameterSpec(TAG_BITS, derived(salt, agreed, text("Content-Encoding: nonce\0"), NONCE)));
        var body = cipher.doFinal(joined(clear, new byte[] {LAST_RECORD}));
        var head = ByteBuffer.allocate(salt.length + Integer.BYTES + 1 + ours.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ours.length)
                .put(ours)
                .array();
        return joined(head, body);
    }

    private static byte[] derived(byte[] salt, byte[] material, byte[] info, int length)
            throws GeneralSecurityException {
        var spec = HKDFParameterSpec.ofExtract().addIKM(material).addSalt(salt).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
