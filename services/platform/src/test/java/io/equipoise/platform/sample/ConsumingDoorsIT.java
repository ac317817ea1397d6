package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-doors",
            "spring.config.import=classpath:equipoise-platform.yml",
            "spring.kafka.consumer.properties.interceptor.classes=io.equipoise.platform.sample.Glasses"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsumingDoorsIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoDatabase database;
    private final KeyVault keys;
    private final Asking operations;
    private final Asking administrator;

    ConsumingDoorsIT(@Autowired MongoDatabase database, @Autowired KeyVault keys, @LocalServerPort int port) {
        this.database = database;
        this.keys = keys;
        this.operations = Asking.as(Role.OPERATIONS, port);
        this.administrator = Asking.as(Role.ADMINISTRATOR, port);
    }

    @Test
    void a_read_model_of_the_own_journal_is_rebuilt_through_the_door() throws Exception {
        operations.stones("own", "o1", "{\"stones\":1,\"secret\":\"s\"}");
        operations.stones("own", "o2", "{\"stones\":2,\"secret\":\"s\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jar("jar/own/2")).isNotNull());
        var jars = database.getCollection("jars");
        jars.replaceOne(Filters.eq("_id", "jar/own/1"), new Document("_id", "jar/own/1").append("stones", 7));
        jars.insertOne(new Document("_id", "jar/invented/1"));
        assertThat(operations
                        .get("/api/audit/sample-doors/projections")
                        .json()
                        .path("equal")
                        .booleanValue())
                .isFalse();
        assertThat(administrator.post("/api/audit/sample-doors/rebuild").status())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jar("jar/own/1")).isEqualTo(1));
        await().atMost(PATIENCE)
                .until(() -> operations
                        .get("/api/audit/sample-doors/projections")
                        .json()
                        .path("equal")
                        .booleanValue());
        assertThat(jar("jar/invented/1")).isNull();
    }

    @Test
    void what_is_forgotten_is_so_in_a_rebuilt_read_model_too_and_nobody_stops() throws Exception {
        operations.stones("forgetful", "f1", "{\"stones\":1,\"secret\":\"anna was here\"}");
        operations.stones("forgetful", "f2", "{\"stones\":1,\"secret\":\"boris was here\"}");
        await().atMost(PATIENCE).until(() -> jar("jar/forgetful/2") != null);
        keys.forget("anna");
        assertThat(administrator.post("/api/audit/sample-doors/rebuild").status())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> "[forgotten]".equals(said("jar/forgetful/1")) && said("jar/forgetful/2") != null);
        assertThat(said("jar/forgetful/2")).isEqualTo("boris was here");
        await().atMost(PATIENCE)
                .until(() -> operations
                        .get("/api/audit/sample-doors/projections")
                        .json()
                        .path("equal")
                        .booleanValue());
        operations.stones("forgetful", "f3", "{\"stones\":1,\"secret\":\"boris again\"}");
        await().atMost(PATIENCE).until(() -> jar("jar/forgetful/3") != null);
    }

    private String said(String id) {
        var found = database.getCollection("jars").find(Filters.eq("_id", id)).first();
        return found == null ? null : found.getString("said");
    }

    @Test
    void doors_answer_for_their_own_service_only() throws Exception {
        for (var path : List.of("rebuild", "dead-letters/enrolment-0-0/redrive")) {
            var answer = administrator.post("/api/audit/somebody-else/" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("code").asString()).isEqualTo("SERVICE_UNKNOWN");
        }
        for (var path : List.of("projections", "consuming", "verification")) {
            assertThat(operations.get("/api/audit/somebody-else/" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        var letter = administrator.post("/api/audit/sample-doors/dead-letters/nowhere-0-0/redrive");
        assertThat(letter.json().path("code").asString()).isEqualTo("DEAD_LETTER_UNKNOWN");
        assertThat(operations.post("/api/audit/sample-doors/rebuild").status()).isEqualTo(403);
    }

    @Test
    void a_dead_letter_that_can_be_read_again_is_told_again_and_lands_before_those_that_waited() throws Exception {
        Glasses.worn = true;
        tell("mended", 1, "clear");
        tell("mended", 2, "blurred");
        tell("mended", 3, "patience");
        tell("mended", 4, "last");
        tell("bystander", 1, "goes on");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(word("bystander")).isEqualTo("goes on"));
        await().atMost(PATIENCE).until(() -> letter("letter/mended") != null);
        var id = letter("letter/mended").getString("_id");
        var again = operations.post("/api/audit/sample-doors/dead-letters/" + id + "/redrive");
        assertThat(again.json().path("code").asString()).isEqualTo("DEAD_LETTER_UNREADABLE");
        assertThat(word("mended")).isEqualTo("clear");

        Glasses.worn = false;
        SampleService.Letters.patient = false;
        assertThat(operations
                        .post("/api/audit/sample-doors/dead-letters/" + id + "/redrive")
                        .status())
                .isEqualTo(200);
        assertThat(word("mended")).isEqualTo("blurred");
        SampleService.Letters.patient = true;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(word("mended")).isEqualTo("last"));
        assertThat(SampleService.Letters.heardOf(database, "letter/mended")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(letter("letter/mended").getString("state")).isEqualTo("REDRIVEN");
        assertThat(operations
                        .post("/api/audit/sample-doors/dead-letters/" + id + "/redrive")
                        .status())
                .as("told a second time it is dropped")
                .isEqualTo(200);
        assertThat(SampleService.Letters.heardOf(database, "letter/mended")).containsExactly(1L, 2L, 3L, 4L);
    }

    private static void tell(String letter, long version, String word) {
        STACK.tell("enrolment", "letter/" + letter, version, "Word.v1", "{\"word\":\"" + word + "\"}");
    }

    private Document letter(String key) {
        return database.getCollection("dead_letters")
                .find(Filters.eq("key", key))
                .first();
    }

    private String word(String letter) {
        var found = database.getCollection("letters")
                .find(Filters.eq("_id", "letter/" + letter))
                .first();
        return found == null ? null : found.getString("word");
    }

    private Integer jar(String id) {
        var found = database.getCollection("jars").find(Filters.eq("_id", id)).first();
        return found == null ? null : found.getInteger("stones");
    }
}
