package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.journal.KeyVault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bson.Document;

/**
 * The pair of keys by which browsers know our pushes: made at the first start, the same for every process and for ever,
 * because a browser takes no push from another. The private key is kept encrypted.
 */
public final class MongoPushKeys {
    private static final String ID = "vapid";
    private static final String SCOPE = "web-push";
    private final MongoCollection<Document> keys;
    private final KeyVault vault;

    public MongoPushKeys(MongoDatabase database, KeyVault vault) {
        this.keys = database.getCollection("push_keys");
        this.vault = vault;
    }

    public KeyPair pair() {
        try {
            var kept = keys.find(Filters.eq("_id", ID)).first();
            return kept == null ? made() : read(kept);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key of web push cannot be read", broken);
        }
    }

    private KeyPair made() throws GeneralSecurityException {
        var pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = pairs.generateKeyPair();
        try {
            keys.insertOne(new Document("_id", ID)
                    .append("public", text(pair.getPublic().getEncoded()))
                    .append(
                            "private",
                            vault.encrypt(SCOPE, text(pair.getPrivate().getEncoded()))));
            return pair;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return pair();
        }
    }

    private KeyPair read(Document kept) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("EC");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(bytes(kept.getString("public")))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(vault.decrypt(kept.getString("private"))))));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
