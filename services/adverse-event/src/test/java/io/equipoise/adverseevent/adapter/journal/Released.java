package io.equipoise.adverseevent.adapter.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A journal as a release wrote it, with that release's keys, read by today's code. */
final class Released implements BeforeAllCallback, AfterAllCallback {
    private static final int KEY = 32;
    private final String resource;
    private @Nullable EmbeddedStore store;
    private @Nullable MongoClient client;
    private @Nullable EventCodec<SafetyFact> codec;
    private @Nullable Document release;

    Released(String resource) {
        this.resource = resource;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
        release = GoldenJournalTest.read(resource);
        var keys = client.getDatabase("golden").getCollection("keys");
        var released = release.getList("keys", Document.class);
        if (!released.isEmpty()) {
            keys.insertMany(released);
        }
        codec = SafetyJournal.codec(StrictJson.mapper(), new KeyVault(keys, new byte[KEY]));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(client).close();
        Objects.requireNonNull(store).close();
    }

    EventCodec<SafetyFact> codec() {
        return Objects.requireNonNull(codec);
    }

    Document document() {
        return Objects.requireNonNull(release);
    }

    List<SafetyFact> facts(String stream) {
        return document().getList(stream, Document.class).stream()
                .map(codec()::decode)
                .toList();
    }
}
