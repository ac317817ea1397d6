package io.equipoise.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store answers as a server without any index does, whatever indexes come and go and however often it is started again. */
class DifferentialTest {

    /** The index has too many keys of one name; the same paths stand in two arrays at once. */
    private static final Set<Integer> NO_SUCH_INDEX = Set.of(85, 86, 171, 10088);

    private static final MongoServer REFERENCE = new MongoServer(new MemoryBackend());
    private static final MongoClient REFERENCE_CLIENT = client(REFERENCE.bindAndGetConnectionString());

    @AfterAll
    static void close() {
        REFERENCE_CLIENT.close();
        REFERENCE.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "4, true"})
    void answers_as_the_reference(long seed, boolean arrays, @TempDir Path directory) {
        var random = new Random(seed);
        var documents = new RandomDocuments(random, arrays, 1);
        var file = directory.resolve("store.mv");
        var reference = REFERENCE_CLIENT.getDatabase("test").getCollection("seed" + seed);
        var store = EmbeddedStore.start(file, 0, false);
        var client = client(store.uri());
        try {
            var stores = new TwoStores(beds(client), reference, documents);
            for (int i = 0; i < 4_000; i++) {
                if (i % 300 == 0) {
                    changeIndexes(beds(client), documents);
                }
                if (i % 1_500 == 1_499) {
                    client.close();
                    store.close();
                    store = EmbeddedStore.start(file, 0, false);
                    client = client(store.uri());
                    stores.reopened(beds(client));
                }
                stores.operate();
            }
            stores.compareAll();
            assertThat(stores.compared()).isGreaterThan(3_000);
            assertThat(stores.refused()).isGreaterThan(50);
            assertThat(IndexCheck.faults(store, "test")).isZero();
        } finally {
            client.close();
            store.close();
        }
    }

    @Test
    void answers_as_the_reference_to_eight_at_the_same_time() throws Exception {
        try (var store = EmbeddedStore.temporary();
                var client = client(store.uri());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shared = beds(client);
            shared.createIndex(new Document("w", 1).append("a", 1));
            var runs = new ArrayList<Callable<Integer>>();
            for (int owner = 1; owner <= 8; owner++) {
                var documents = new RandomDocuments(new Random(owner), false, owner);
                var reference = REFERENCE_CLIENT.getDatabase("test").getCollection("owner" + owner);
                var stores = new TwoStores(shared, reference, documents);
                boolean changesIndexes = owner == 1;
                runs.add(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        if (changesIndexes && i % 100 == 0) {
                            changeIndexes(shared, documents);
                        }
                        stores.operate();
                    }
                    stores.compareAll();
                    return stores.compared();
                });
            }
            for (var run : threads.invokeAll(runs)) {
                assertThat(run.get()).isGreaterThan(800);
            }
            assertThat(IndexCheck.faults(store, "test")).isZero();
        }
    }

    private static MongoCollection<Document> beds(MongoClient client) {
        var collection = client.getDatabase("test").getCollection("beds");
        collection.createIndex(
                new Document("bed", 1),
                new IndexOptions().unique(true).partialFilterExpression(and(eq("active", true), exists("bed"))));
        return collection;
    }

    private static void changeIndexes(MongoCollection<Document> collection, RandomDocuments documents) {
        var names = new ArrayList<String>();
        collection.listIndexes().forEach(index -> names.add(index.getString("name")));
        names.removeIf(name -> !name.startsWith("by "));
        if (names.size() > 4) {
            collection.dropIndex(names.get(documents.number(names.size())));
        }
        var keys = documents.keys();
        var options = new IndexOptions().name("by " + keys.toJson()).sparse(documents.chance(1, 4));
        if (documents.chance(1, 5)) {
            options.partialFilterExpression(eq("active", true));
        }
        try {
            collection.createIndex(keys, options);
        } catch (MongoException refused) {
            assertThat(NO_SUCH_INDEX).as(refused.getMessage()).contains(refused.getCode());
        }
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
