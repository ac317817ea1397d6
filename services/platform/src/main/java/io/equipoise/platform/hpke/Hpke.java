package io.equipoise.platform.hpke;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hybrid public key encryption (RFC 9180), base mode, one message for each encapsulation: DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256, AES-GCM. The JDK has the key encapsulation; the key schedule (5.1) is here.
 */
record Hpke(int aead, int keyBytes) {
    /** Of RFC 9180, 7.3: the number of the cipher, and the length of its key. */
    static final Hpke AES_256_GCM = new Hpke(2, 32);

    static final int ENCAPSULATED = 32;

    private static final int KEM_ID = 0x20;
    private static final int KDF_ID = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] NOTHING = new byte[0];

    private record Schedule(SecretKey key, GCMParameterSpec nonce) {}

    /** What the recipient needs: the encapsulated key, then the ciphertext. */
    byte[] seal(PublicKey recipient, byte[] info, byte[] bound, byte[] clear) throws GeneralSecurityException {
        var encapsulated = KEM.getInstance("DHKEM").newEncapsulator(recipient).encapsulate();
        var body = crypt(Cipher.ENCRYPT_MODE, schedule(encapsulated.key(), info), bound, clear);
        return joined(encapsulated.encapsulation(), body);
    }

    byte[] open(PrivateKey recipient, byte[] info, byte[] bound, byte[] sealed) throws GeneralSecurityException {
        var encapsulated = Arrays.copyOf(sealed, ENCAPSULATED);
        var shared = KEM.getInstance("DHKEM").newDecapsulator(recipient).decapsulate(encapsulated);
        var body = Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, schedule(shared, info), bound, body);
    }

    private static byte[] crypt(int mode, Schedule schedule, byte[] bound, byte[] input)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, schedule.key(), schedule.nonce());
        cipher.updateAAD(bound);
        return cipher.doFinal(input);
    }

    /** Base mode has neither a pre-shared key nor its id. */
    private Schedule schedule(SecretKey shared, byte[] info) throws GeneralSecurityException {
        var context =
                joined(new byte[] {0}, extract(NOTHING, "psk_id_hash", NOTHING), extract(NOTHING, "info_hash", info));
        var secret = new SecretKeySpec(extract(shared.getEncoded(), "secret", NOTHING), "Generic");
        return new Schedule(
                new SecretKeySpec(expand(secret, "key", context, keyBytes), "AES"),
                new GCMParameterSpec(TAG_BITS, expand(secret, "base_nonce", context, NONCE)));
    }

    private byte[] extract(byte[] salt, String label, byte[] input) throws GeneralSecurityException {
        var labelled = joined(bytes("HPKE-v1"), suite(), bytes(label), input);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(labelled)
                        .extractOnly());
    }

    private byte[] expand(SecretKey secret, String label, byte[] context, int length) throws GeneralSecurityException {
        var labelled = joined(two(length), bytes("HPKE-v1"), suite(), bytes(label), context);
        return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(secret, labelled, length));
    }

    private byte[] suite() {
        return joined(bytes("HPKE"), two(KEM_ID), two(KDF_ID), two(aead));
    }

    private static byte[] two(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
