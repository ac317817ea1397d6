package io.equipoise.platform.hpke;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public key of the one service that may read: whoever has it can seal to that service, and open nothing. */
public final class RecipientKey {
    static final String FORM = "hpke1";

    private static final int ID_DIGITS = 16;

    private final PublicKey key;
    private final String id;

    private RecipientKey(PublicKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /**
     * Of an X25519 key in X.509 and base64.
     *
     * @throws IllegalStateException if it is something else
     */
    public static RecipientKey of(String base64) {
        try {
            var key = KeyFactory.getInstance("X25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new RecipientKey(key, idOf(((XECPublicKey) key).getU()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the sealing key is not an X25519 key in X.509 and base64", e);
        }
    }

    /** Tells one key from another and nothing else. */
    public String id() {
        return id;
    }

    /**
     * The ciphertext as text, with the id of the key that opens it; as long as what is sealed, and a fixed length more.
     *
     * @param purpose what it is for, so that nothing sealed for another purpose passes for it
     * @param bound what it belongs to: it does not open beside anything else
     */
    public String seal(String purpose, String bound, String clear) {
        try {
            var sealed = Hpke.AES_256_GCM.seal(key, bytes(purpose), bytes(bound), bytes(clear));
            return FORM + ":" + id + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String idOf(BigInteger key) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes("equipoise.recipient.v1|" + key.toString(16)));
        return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    }
}
