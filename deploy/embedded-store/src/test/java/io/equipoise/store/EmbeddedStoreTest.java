package io.equipoise.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @Test
    void says_hello_as_a_primary_that_can_be_written() {
        try (var store = EmbeddedStore.temporary();
                var client = MongoClients.create(store.uri())) {
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
            assertThat(hello.getInteger("maxWireVersion")).isPositive();
        }
    }

    @Test
    void has_what_was_written_when_it_is_started_again_on_its_file(@TempDir Path directory) {
        var file = directory.resolve("data").resolve("store.mv");
        with(file, people -> {
            people.createIndex(Indexes.ascending("site"), new IndexOptions().unique(true));
            people.insertOne(new Document("_id", "ANNA").append("site", "01"));
        });

        with(file, people -> {
            assertThat(people.find(eq("site", "01")).first()).containsEntry("_id", "ANNA");
            assertThatThrownBy(() -> people.insertOne(new Document("_id", "BORIS").append("site", "01")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("duplicate key");
        });
    }

    @Test
    void forgets_a_dropped_collection_with_its_indexes(@TempDir Path directory) {
        var file = directory.resolve("store.mv");
        with(file, people -> {
            people.createIndex(Indexes.ascending("site"));
            people.insertOne(new Document("_id", "ANNA").append("site", "01"));
            people.drop();
            people.insertOne(new Document("_id", "BORIS").append("site", "01"));
            assertThat(people.find(eq("site", "01"))).hasSize(1);
        });

        with(
                file,
                people -> assertThat(people.find(eq("site", "01")))
                        .containsExactly(new Document("_id", "BORIS").append("site", "01")));
    }

    @Test
    void a_partial_unique_index_binds_only_the_documents_it_names() {
        temporary(people -> {
            people.createIndex(
                    Indexes.ascending("bed"),
                    new IndexOptions().unique(true).partialFilterExpression(eq("active", true)));
            people.insertOne(new Document("_id", "ANNA").append("bed", 1).append("active", false));
            people.insertOne(new Document("_id", "BORIS").append("bed", 1).append("active", true));

            assertThatThrownBy(() -> people.insertOne(
                            new Document("_id", "CLARA").append("bed", 1).append("active", true)))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(people.countDocuments()).isEqualTo(2);
        });
    }

    @Test
    void refuses_an_index_that_it_would_not_keep() {
        temporary(people -> {
            assertThatThrownBy(() -> people.createIndex(Indexes.text("note")))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("The embedded store has no index with key note");
            assertThat(people.listIndexes())
                    .noneMatch(index -> index.getString("name").startsWith("note"));
        });
    }

    @Test
    void deletes_what_has_expired_and_only_that() throws InterruptedException {
        try (var store = EmbeddedStore.temporary();
                var client = MongoClients.create(store.uri())) {
            var visits = client.getDatabase("test").getCollection("visits");
            visits.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
            visits.insertOne(new Document("_id", "past").append("at", new Date(0)));
            visits.insertOne(new Document("_id", "now").append("at", new Date()));

            while (visits.countDocuments() > 1) {
                Thread.sleep(50);
            }
            assertThat(visits.find())
                    .extracting(visit -> visit.getString("_id"))
                    .containsExactly("now");
        }
    }

    @Test
    void one_of_twenty_who_race_for_a_unique_key_wins() throws Exception {
        try (var store = EmbeddedStore.temporary();
                var client = MongoClients.create(store.uri());
                var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var places = client.getDatabase("test").getCollection("places");
            places.createIndex(Indexes.ascending("place"), new IndexOptions().unique(true));

            var answers = racers.invokeAll(IntStream.range(0, 20)
                    .mapToObj(racer -> taking(places, racer))
                    .toList());

            long won = 0;
            for (var answer : answers) {
                won += answer.get() ? 1 : 0;
            }
            assertThat(won).isOne();
            assertThat(places.countDocuments()).isOne();
        }
    }

    private static Callable<Boolean> taking(MongoCollection<Document> places, int racer) {
        return () -> {
            try {
                places.insertOne(new Document("_id", racer).append("place", "last"));
                return true;
            } catch (MongoWriteException refused) {
                return false;
            }
        };
    }

    private interface Use {
        void of(MongoCollection<Document> people);
    }

    private static void temporary(Use use) {
        try (var store = EmbeddedStore.temporary()) {
            with(store, use);
        }
    }

    private static void with(Path file, Use use) {
        try (var store = EmbeddedStore.start(file, 0, false)) {
            with(store, use);
        }
    }

    private static void with(EmbeddedStore store, Use use) {
        try (var client = MongoClients.create(store.uri())) {
            use.of(client.getDatabase("test").getCollection("people"));
        }
    }
}
