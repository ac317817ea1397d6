package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.audit.SealBook;
import io.equipoise.platform.web.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
            "spring.application.name=sample",
            "spring.config.import=classpath:equipoise-platform.yml",
            "equipoise.body-limit=100000"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PlatformJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String OPS = STACK.token("ops-01", Role.OPERATIONS, "*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoDatabase database;
    private final SealBook seals;
    private final int port;

    PlatformJourneyIT(@Autowired MongoDatabase database, @Autowired SealBook seals, @LocalServerPort int port) {
        this.database = database;
        this.seals = seals;
        this.port = port;
    }

    @Test
    void the_same_command_twenty_times_at_once_is_one_fact_and_one_answer() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<HttpResponse<String>> once = () -> post("twenty", key, OPS, "{\"stones\":1,\"secret\":\"s\"}");
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    racers.invokeAll(IntStream.range(0, 20).mapToObj(i -> once).toList());
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
                assertThat(answer.get().body()).isEqualTo("{\"version\":1}");
            }
        }
        assertThat(commits("twenty")).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        var key = UUID.randomUUID().toString();
        post("reused", key, OPS, "{\"stones\":1,\"secret\":\"s\"}");
        var second = post("reused", key, OPS, "{\"stones\":2,\"secret\":\"s\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("COMMAND_ID_REUSED");
        assertThat(commits("reused")).isEqualTo(1);
    }

    @Test
    void racers_of_one_stream_lose_nothing_and_leave_no_gap() throws Exception {
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = racers.invokeAll(IntStream.range(0, 60)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            i -> () -> post("raced", "r" + i, OPS, "{\"stones\":1,\"secret\":\"s\"}"))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
        assertThat(commits("raced")).isEqualTo(60);
        var all = database.getCollection("journal").countDocuments();
        assertThat(database.getCollection("journal").countDocuments(Filters.lte("position", all)))
                .isEqualTo(all);
    }

    @Test
    void what_is_private_is_told_as_a_number_without_content_and_secrets_stay_encrypted() throws Exception {
        post("quiet", "q1", OPS, "{\"stones\":0,\"secret\":\"canary-7731\"}");
        post("quiet", "q2", OPS, "{\"stones\":3,\"secret\":\"canary-7731\"}");
        var heard = STACK.hear(
                "studies",
                r -> r.key().equals("jar/quiet") && TestStack.typeOf(r).equals("Added.v1"));
        assertThat(heard.stream().filter(r -> r.key().equals("jar/quiet")).map(TestStack::typeOf))
                .containsExactly("Withheld.v1", "Added.v1");
        assertThat(STACK.everythingOn("studies")).doesNotContain("canary-7731");
        for (var document : database.getCollection("journal").find()) {
            assertThat(document.toJson()).doesNotContain("canary-7731");
        }
    }

    @Test
    void a_gap_parks_its_stream_alone_and_heals() {
        tell("gap", 1, "one");
        tell("gap", 3, "three");
        tell("other", 1, "first");
        awaitWord("other", "first");
        assertThat(word("gap")).isEqualTo("one");
        tell("gap", 2, "two");
        awaitWord("gap", "three");
    }

    @Test
    void a_repeat_is_dropped() {
        tell("repeat", 1, "one");
        tell("repeat", 1, "one");
        tell("repeat", 2, "two");
        awaitWord("repeat", "two");
    }

    @Test
    void what_cannot_be_handled_yet_waits_in_order_while_others_go_on() {
        SampleService.Letters.patient = false;
        tell("waiting", 1, "patience");
        tell("waiting", 2, "after");
        tell("meanwhile", 1, "on");
        awaitWord("meanwhile", "on");
        assertThat(word("waiting")).isNull();
        SampleService.Letters.patient = true;
        awaitWord("waiting", "after");
    }

    @Test
    void poison_goes_to_the_dead_letters_and_blocks_nobody() {
        STACK.sendRaw("enrolment", "poison", "no headers".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        STACK.tell("enrolment", "letter/bad", 1, "Word.v1", "{not json");
        STACK.tell("enrolment", "letter/bad", 2, "Word.v1", "{\"word\":\"overtakes\"}");
        tell("broken", 1, "broken");
        tell("after-poison", 1, "fine");
        awaitWord("after-poison", "fine");
        assertThat(word("bad")).isNull();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(database.getCollection("dead_letters").countDocuments())
                                .isGreaterThanOrEqualTo(2));
        assertThat(STACK.hear("enrolment-dlt", r -> "{not json".equals(r.value())))
                .isNotEmpty();
    }

    @Test
    void a_changed_a_removed_and_a_cut_off_commit_are_found() throws Exception {
        for (int i = 0; i < 5; i++) {
            post("sealed", "s" + i, OPS, "{\"stones\":1,\"secret\":\"s\"}");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> seals.verify(0).sealedTo()
                        == database.getCollection("journal").countDocuments());
        assertThat(seals.verify(0).problems()).isEmpty();
        var journal = database.getCollection("journal");
        var sealedTo = seals.verify(0).sealedTo();
        for (var position : new long[] {1, sealedTo / 2, sealedTo}) {
            var victim = java.util.Objects.requireNonNull(
                    journal.find(Filters.eq("position", position)).first());
            journal.replaceOne(Filters.eq("position", position), new Document(victim).append("actor", "somebody else"));
            assertThat(seals.verify(0).problems()).isNotEmpty();
            journal.deleteOne(Filters.eq("position", position));
            assertThat(seals.verify(0).problems()).isNotEmpty();
            journal.insertOne(victim);
            assertThat(seals.verify(0).problems()).isEmpty();
        }
    }

    @Test
    void projections_equal_a_fresh_replay_and_a_spoiled_one_is_found_and_rebuilt() throws Exception {
        tell("kept", 1, "one");
        tell("kept", 2, "two");
        awaitWord("kept", "two");
        assertThat(get("projections")).contains("\"equal\":true");
        var letters = database.getCollection("letters");
        letters.replaceOne(
                Filters.eq("_id", "letter/kept"), new Document("_id", "letter/kept").append("word", "spoiled"));
        assertThat(get("projections")).contains("\"equal\":false");
        var administrator = STACK.token("adm-01", Role.ADMINISTRATOR, "*");
        var rebuilt = send(audit("rebuild", administrator).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(rebuilt.statusCode()).as(rebuilt.body()).isEqualTo(200);
        awaitWord("kept", "two");
    }

    private String get(String what) throws Exception {
        return send(audit(what, OPS).GET()).body();
    }

    private HttpRequest.Builder audit(String what, String token) {
        return request("audit", "none", token)
                .uri(URI.create("http://localhost:" + port + "/api/audit/sample/" + what));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void tell(String letter, long version, String word) {
        STACK.tell("enrolment", "letter/" + letter, version, "Word.v1", "{\"word\":\"" + word + "\"}");
    }

    private String word(String letter) {
        var found = database.getCollection("letters")
                .find(Filters.eq("_id", "letter/" + letter))
                .first();
        return found == null ? null : found.getString("word");
    }

    private void awaitWord(String letter, String word) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(word(letter)).isEqualTo(word));
    }

    private long commits(String jar) {
        return database.getCollection("journal").countDocuments(Filters.eq("stream", "jar/" + jar));
    }

    private HttpRequest.Builder request(String jar, String key, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/jars/" + jar + "/stones"))
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String jar, String key, String token, String body) throws Exception {
        return send(request(jar, key, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
