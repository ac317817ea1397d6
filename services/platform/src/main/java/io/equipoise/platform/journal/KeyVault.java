package io.equipoise.platform.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;

/**
 * A random AES-256 key per scope (a study, a person), kept wrapped by the master key, which lives outside the database.
 * Destroying a scope's key makes all that it encrypted unreadable for ever, while the seals over the ciphertext hold.
 */
public final class KeyVault {
    private static final String FORM = "v1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final MongoCollection<Document> keys;
    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> opened = new ConcurrentHashMap<>();

    public KeyVault(MongoCollection<Document> keys, byte[] master) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException("the master key has " + master.length + " bytes, not 32");
        }
        this.keys = keys;
        this.master = new SecretKeySpec(master, "AES");
    }

    /** Ciphertext as text; the scope stands in it in clear. */
    public String encrypt(String scope, String clear) {
        var sealed = seal(keyOf(scope), scope, clear.getBytes(StandardCharsets.UTF_8));
        return FORM + ":" + scope + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws ForgottenKey if the scope's key was destroyed */
    public String decrypt(String sealed) {
        var parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new IllegalStateException("not a sealed value");
        }
        var clear = open(existing(parts[1]), parts[1], Base64.getUrlDecoder().decode(parts[2]));
        return new String(clear, StandardCharsets.UTF_8);
    }

    /**
     * A fingerprint that nobody without the scope's key can check a guess against: a plain hash of a short secret gives the
     * secret away to whoever tries them all.
     */
    public String fingerprint(String scope, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyOf(scope).getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("fingerprint:" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Destroys the key, for ever: the right to be forgotten (GDPR Art. 17) without touching the journal. A mark stays in its
     * place, so that no new key is ever made for the scope.
     */
    public void forget(String scope) {
        var mark = new Document("_id", scope).append("forgotten", true);
        keys.replaceOne(Filters.eq("_id", scope), mark, new ReplaceOptions().upsert(true));
        opened.remove(scope);
    }

    private SecretKey keyOf(String scope) {
        return opened.computeIfAbsent(scope, this::loadOrCreate);
    }

    private SecretKey existing(String scope) {
        return opened.computeIfAbsent(scope, missing -> {
            var stored = keys.find(Filters.eq("_id", scope)).first();
            if (stored == null) {
                throw new ForgottenKey(scope);
            }
            return unwrap(scope, stored);
        });
    }

    private SecretKey loadOrCreate(String scope) {
        var stored = keys.find(Filters.eq("_id", scope)).first();
        if (stored != null) {
            return unwrap(scope, stored);
        }
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var wrapped = Base64.getEncoder().encodeToString(seal(master, scope, fresh));
        try {
            keys.insertOne(new Document("_id", scope).append("wrapped", wrapped));
            return new SecretKeySpec(fresh, "AES");
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return loadOrCreate(scope);
        }
    }

    private SecretKey unwrap(String scope, Document stored) {
        if (stored.getBoolean("forgotten", false)) {
            throw new ForgottenKey(scope);
        }
        return new SecretKeySpec(open(master, scope, Base64.getDecoder().decode(stored.getString("wrapped"))), "AES");
    }

    private byte[] seal(SecretKey key, String scope, byte[] clear) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var body = crypt(Cipher.ENCRYPT_MODE, key, scope, nonce, clear);
        return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
    }

    private static byte[] open(SecretKey key, String scope, byte[] sealed) {
        var nonce = new byte[NONCE];
        var body = new byte[sealed.length - NONCE];
        ByteBuffer.wrap(sealed).get(nonce).get(body);
        return crypt(Cipher.DECRYPT_MODE, key, scope, nonce, body);
    }

    private static byte[] crypt(int mode, SecretKey key, String scope, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(scope.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of scope " + scope + " cannot be opened with this master key", e);
        }
    }

    /** The scope's key is gone: what it encrypted is forgotten. */
    public static final class ForgottenKey extends RuntimeException {
        public ForgottenKey(String scope) {
            super("the key of " + scope + " was destroyed");
        }
    }
}
