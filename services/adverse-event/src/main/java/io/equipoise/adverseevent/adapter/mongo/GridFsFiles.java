package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import io.equipoise.adverseevent.application.FileStore;
import io.equipoise.platform.journal.KeyVault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Files in GridFS, encrypted under the key of their subject like a narrative. Nothing here replaces or deletes. */
public final class GridFsFiles implements FileStore {
    private static final String NAME = "filename";

    private final GridFSBucket bucket;
    private final KeyVault keys;

    public GridFsFiles(MongoDatabase database, KeyVault keys) {
        this.bucket = GridFSBuckets.create(database, "case_files");
        this.keys = keys;
    }

    @Override
    public void keep(String id, String scope, byte[] bytes) {
        if (bucket.find(Filters.eq(NAME, id)).first() != null) {
            return;
        }
        var sealed = keys.encrypt(scope, Base64.getEncoder().encodeToString(bytes));
        bucket.uploadFromStream(id, new ByteArrayInputStream(sealed.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Optional<byte[]> bytes(String id) {
        var found = bucket.find(Filters.eq(NAME, id)).first();
        if (found == null) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        bucket.downloadToStream(found.getId(), out);
        try {
            return Optional.of(Base64.getDecoder().decode(keys.decrypt(out.toString(StandardCharsets.US_ASCII))));
        } catch (KeyVault.ForgottenKey gone) {
            return Optional.empty();
        }
    }
}
