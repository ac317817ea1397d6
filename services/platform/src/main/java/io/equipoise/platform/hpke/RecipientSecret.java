package io.equipoise.platform.hpke;

import static io.equipoise.platform.hpke.RecipientKey.bytes;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** What opens that which was sealed to this service: its newest private key, and earlier ones for what is still under way. */
public final class RecipientSecret {
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);
    private static final int SHORTEST = Hpke.ENCAPSULATED + 16;

    private final Map<String, PrivateKey> keys;

    private RecipientSecret(Map<String, PrivateKey> keys) {
        this.keys = keys;
    }

    /**
     * Of X25519 keys in PKCS#8 and base64, several joined by commas.
     *
     * @throws IllegalStateException if one is something else
     */
    public static RecipientSecret of(String base64) {
        var keys = new LinkedHashMap<String, PrivateKey>();
        try {
            for (var each : base64.split(",", -1)) {
                var key = KeyFactory.getInstance("X25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(each.strip())));
                keys.put(RecipientKey.idOf(publicOf(key)), key);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("an opening key is not an X25519 key in PKCS#8 and base64", e);
        }
        return new RecipientSecret(keys);
    }

    /** Whether it was sealed to one of these keys, by the id that stands on it. */
    public boolean holdsKeyOf(String sealed) {
        return keyOf(sealed).isPresent();
    }

    /** Empty where it was sealed to another key or for another purpose, belongs to something else, or was changed. */
    public Optional<String> open(String purpose, String bound, String sealed) {
        var parts = sealed.split(":", 3);
        return keyOf(sealed).flatMap(key -> {
            try {
                var box = Base64.getUrlDecoder().decode(parts[2]);
                return box.length < SHORTEST
                        ? Optional.empty()
                        : Optional.of(new String(
                                Hpke.AES_256_GCM.open(key, bytes(purpose), bytes(bound), box), StandardCharsets.UTF_8));
            } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        });
    }

    private Optional<PrivateKey> keyOf(String sealed) {
        var parts = sealed.split(":", 3);
        return parts.length == 3 && parts[0].equals(RecipientKey.FORM)
                ? Optional.ofNullable(keys.get(parts[1]))
                : Optional.empty();
    }

    /** RFC 7748, 6.1: the public key is the private one times the base point, least significant byte first. */
    private static BigInteger publicOf(PrivateKey key) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(key);
        agreement.doPhase(
                KeyFactory.getInstance("X25519")
                        .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)),
                true);
        var point = agreement.generateSecret();
        for (int i = 0, j = point.length - 1; i < j; i++, j--) {
            var other = point[i];
            point[i] = point[j];
            point[j] = other;
        }
        return new BigInteger(1, point);
    }
}
