package io.equipoise.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store is killed four times while eight write: what it acknowledged is there, and the indexes agree with it. */
class KillTest {

    private static final int KILLS = 4;
    private static final String IMPATIENT = "/?serverSelectionTimeoutMS=500&connectTimeoutMS=500&socketTimeoutMS=2000";

    private final List<Ledger> ledgers =
            IntStream.range(0, 8).mapToObj(Ledger::new).toList();
    private final Random random = new Random(9);

    @Test
    void nothing_acknowledged_is_lost_when_the_store_is_killed(@TempDir Path directory) throws Exception {
        var file = directory.resolve("store.mv");
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(StoreProcess.start(file));
        }

        var store = StoreProcess.start(file);
        try (var client = MongoClients.create(store.uri())) {
            expectNothingLost(store, client.getDatabase("test").getCollection("kept"));
        } finally {
            store.kill();
        }
        assertThat(ledgers).allMatch(ledger -> ledger.acknowledged() > KILLS);
    }

    private void writeAndKill(StoreProcess store) throws Exception {
        try (var client = MongoClients.create(store.uri() + IMPATIENT)) {
            var collection = client.getDatabase("test").getCollection("kept");
            expectNothingLost(store, collection);
            collection.createIndex(Indexes.ascending("stream", "version"), new IndexOptions().unique(true));
            collection.createIndex(Indexes.ascending("site"));
            collection.createIndex(Indexes.descending("tags"));
            collection.createIndex(Indexes.ascending("opt"), new IndexOptions().sparse(true));
            var writers = ledgers.stream()
                    .map(ledger -> CompletableFuture.runAsync(
                            () -> ledger.writeUntilItIsGone(collection),
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            Thread.sleep(700 + random.nextInt(900));
            store.kill();
            writers.forEach(CompletableFuture::join);
        } finally {
            store.kill();
        }
    }

    private void expectNothingLost(StoreProcess store, MongoCollection<Document> collection) {
        assertThat(store.faults()).as("index faults").isZero();
        for (var ledger : ledgers) {
            assertThat(ledger.lost(collection)).as("lost").isEmpty();
        }
    }
}
