package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.projection.Renewal;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestConstructor;

/** What a new version of the code finds when it starts over what an older one has written. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=sample-renewal", "spring.config.import=classpath:equipoise-platform.yml"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class RenewalIT implements OnTheStack {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoDatabase database;
    private final Listener listener;
    private final Renewal renewal;
    private final Bookmarks bookmarks;
    private final Asking operations;

    RenewalIT(
            @Autowired MongoDatabase database,
            @Autowired Listener listener,
            @Autowired Renewal renewal,
            @LocalServerPort int port) {
        this.database = database;
        this.listener = listener;
        this.renewal = renewal;
        this.bookmarks = new Bookmarks(database);
        this.operations = Asking.as(Role.OPERATIONS, port);
    }

    @Test
    void a_fresh_store_is_noted_as_built_by_this_version() {
        assertThat(bookmarks.builtBy("letters")).contains(1);
        assertThat(bookmarks.builtBy("jars")).contains(1);
    }

    @Test
    void read_models_of_another_version_are_built_anew_before_anything_else_is_heard() throws Exception {
        var before = written("old");
        spoil("old");
        bookmarks.built("letters", 0);
        bookmarks.built("jars", 2);
        restart();
        assertThat(bookmarks.builtBy("letters")).contains(1);
        assertThat(bookmarks.builtBy("jars")).contains(1);
        assertThat(one("letters", "letter/old")).isEqualTo(before);
        assertThat(one("letters", "letter/invented")).isNull();
        assertThat(one("jars", "jar/old/1").getInteger("stones")).isEqualTo(1);
        tell("old", 2, "goes on");
        await().atMost(PATIENCE)
                .until(() -> one("letters", "letter/old").getString("word").equals("goes on"));
        assertThat(SampleService.Letters.heardOf(database, "letter/old")).containsExactly(1L, 1L, 2L);
    }

    @Test
    void what_nobody_noted_is_built_anew_too() throws Exception {
        written("unnoted");
        spoil("unnoted");
        database.getCollection("bookmarks").deleteMany(Filters.regex("_id", "^read-model/"));
        restart();
        assertThat(one("letters", "letter/unnoted").getString("word")).isEqualTo("clear");
        assertThat(bookmarks.builtBy("letters")).contains(1);
    }

    @Test
    void of_this_version_nothing_is_touched() throws Exception {
        written("kept");
        spoil("kept");
        restart();
        assertThat(one("letters", "letter/kept").getString("word")).isEqualTo("spoilt");
        database.getCollection("letters").deleteMany(new Document());
    }

    @Test
    void while_it_is_held_the_service_does_not_say_that_it_is_ready() throws Exception {
        await().atMost(PATIENCE).until(() -> ready() == 200);
        listener.stop();
        listener.hold();
        listener.start();
        assertThat(listener.isRunning()).isFalse();
        assertThat(ready()).isEqualTo(503);
        assertThat(operations.get("/actuator/health/liveness").status()).isEqualTo(200);
        listener.letGo();
        await().atMost(PATIENCE).until(() -> ready() == 200);
    }

    private int ready() throws Exception {
        return operations.get("/actuator/health/readiness").status();
    }

    /** As the next process does, in this order. */
    private void restart() {
        listener.stop();
        renewal.stop();
        renewal.start();
        listener.start();
        await().atMost(PATIENCE).until(listener::isRunning);
    }

    private Document written(String name) throws Exception {
        await().atMost(PATIENCE).until(listener::listens);
        operations.stones(name, name + "-1", "{\"stones\":1,\"secret\":\"s\"}");
        tell(name, 1, "clear");
        await().atMost(PATIENCE)
                .until(() -> one("letters", "letter/" + name) != null && one("jars", "jar/" + name + "/1") != null);
        return one("letters", "letter/" + name);
    }

    private void spoil(String name) {
        var letters = database.getCollection("letters");
        letters.replaceOne(
                Filters.eq("_id", "letter/" + name),
                new Document("_id", "letter/" + name).append("word", "spoilt").append("version", 1L));
        letters.deleteOne(Filters.eq("_id", "letter/invented"));
        letters.insertOne(new Document("_id", "letter/invented").append("word", "spoilt"));
        database.getCollection("jars")
                .replaceOne(
                        Filters.eq("_id", "jar/" + name + "/1"),
                        new Document("_id", "jar/" + name + "/1").append("stones", 7));
    }

    private static void tell(String letter, long version, String word) {
        TestStack.shared().tell("enrolment", "letter/" + letter, version, "Word.v1", "{\"word\":\"" + word + "\"}");
    }

    private Document one(String collection, String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first();
    }
}
