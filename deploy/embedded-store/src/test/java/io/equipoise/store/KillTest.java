package io.equipoise.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Duration;
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
    /** For writers, who are not to wait for a store that was killed. */
    private static final String IMPATIENT =
            "/?serverSelectionTimeoutMS=2000&connectTimeoutMS=2000&socketTimeoutMS=5000";

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
        try (var patient = MongoClients.create(store.uri());
                var client = MongoClients.create(store.uri() + IMPATIENT)) {
            var collection = client.getDatabase("test").getCollection("kept");
            var prepared = patient.getDatabase("test").getCollection("kept");
            expectNothingLost(store, prepared);
            prepared.createIndex(Indexes.ascending("stream", "version"), new IndexOptions().unique(true));
            prepared.createIndex(Indexes.ascending("site"));
            prepared.createIndex(Indexes.descending("tags"));
            prepared.createIndex(Indexes.ascending("opt"), new IndexOptions().sparse(true));
            var writers = ledgers.stream()
                    .map(ledger -> CompletableFuture.runAsync(
                            () -> ledger.writeUntilItIsGone(collection),
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            awaitProgress();
            Thread.sleep(random.nextInt(900));
            store.kill();
            writers.forEach(CompletableFuture::join);
        } finally {
            store.kill();
        }
    }

    /** However slow the machine: every writer was told of something before the store is killed. */
    private void awaitProgress() throws InterruptedException {
        var before = ledgers.stream().mapToInt(Ledger::acknowledged).toArray();
        var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!IntStream.range(0, before.length).allMatch(i -> ledgers.get(i).acknowledged() > before[i] + KILLS)) {
            assertThat(System.nanoTime())
                    .as("writers are heard within a minute")
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void expectNothingLost(StoreProcess store, MongoCollection<Document> collection) {
        assertThat(store.faults()).as("index faults").isZero();
        for (var ledger : ledgers) {
            assertThat(ledger.lost(collection)).as("lost").isEmpty();
        }
    }
}
