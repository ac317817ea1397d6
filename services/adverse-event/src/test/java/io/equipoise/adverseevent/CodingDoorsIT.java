package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dictionary is uploaded, an event is coded, a new version makes work: with a dictionary that is made up. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodingDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String UPLOADS = "/api/dictionaries";
    private static final String WORK = "/api/studies/" + Wing.STUDY + "/recoding/MADE_UP";
    private final MongoDatabase database;
    private final Doors doors;

    CodingDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void an_event_is_coded_by_a_person_and_coded_anew_when_the_dictionary_changes() throws IOException {
        assertThat(upload("made-up-1").status()).isBetween(200, 204);
        var event = report("made up fever", 2).text("event");
        var at = "/api/adverse-events/" + event;
        var suggested = doors.get(at + "/coding-suggestions/MADE_UP", OFFICER).body();
        assertThat(suggested.path("suggestions").get(0).path("code").asString()).isEqualTo("M002");
        assertThat(suggested.path("suggestions").get(0).path("match").asString())
                .isEqualTo("NORMALISED");
        var warm = report("Warm arm", 1).text("event");
        var shivers = report("Made-up shivering", 1).text("event");
        assertThat(code(event, "1", "M002").status()).isEqualTo(201);
        assertThat(code(warm, "1", "M004").text("match")).isEqualTo("JUDGED");
        assertThat(code(shivers, "1", "M003").text("match")).isEqualTo("EXACT");
        assertThat(code(event, "1", "M999").text("code")).isEqualTo("CODE_UNKNOWN");
        assertThat(code(event, "7", "M002").text("code")).isEqualTo("DICTIONARY_UNKNOWN");
        assertThat(upload("made-up-2").status()).isBetween(200, 204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                doors.get(WORK, OFFICER).body().path("work").toString())
                        .contains(event, "SAME", warm, "GONE", shivers, "RENAMED", "Made-up chills"));
        assertThat(code(event, "2", "M002").status()).isEqualTo(201);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(doors.get(WORK, OFFICER).body().toString()).doesNotContain(event));
        assertThat(doors.get(at + "/coding", OFFICER)
                        .body()
                        .get(0)
                        .path("version")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void a_version_never_changes_and_a_broken_one_is_refused_by_field() {
        var body =
                "{\"dictionary\":\"SMALL\",\"version\":\"1\",\"language\":\"en\",\"terms\":[{\"code\":\"1\",\"term\":\"%s\"}]}";
        assertThat(doors.post(UPLOADS, OFFICER, body.formatted("one")).status()).isEqualTo(201);
        assertThat(doors.post(UPLOADS, OFFICER, body.formatted("one")).status()).isEqualTo(204);
        assertThat(doors.post(UPLOADS, OFFICER, body.formatted("other")).text("code"))
                .isEqualTo("DICTIONARY_VERSION_EXISTS");
        var empty = doors.post(UPLOADS, OFFICER, body.formatted(""));
        assertThat(empty.text("code")).isEqualTo("DICTIONARY_INVALID");
        assertThat(empty.body().path("pointers").toString()).contains("/terms/0/term");
        assertThat(doors.post(UPLOADS, SITE, body.formatted("one")).text("code"))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.get("/api/dictionaries/SMALL", OFFICER)
                        .body()
                        .path("versions")
                        .size())
                .isEqualTo(1);
        assertThat(doors.get("/api/studies/" + Wing.STUDY + "/recoding/NOBODYS", OFFICER)
                        .text("code"))
                .isEqualTo("DICTIONARY_UNKNOWN");
    }

    @Test
    void a_grade_that_the_term_list_does_not_have_is_refused_at_the_report() {
        var list = """
            {"dictionary":"CTCAE","version":"5","language":"en",
             "terms":[{"code":"T1","term":"Made-up itching","grades":[1,2,3]}]}\
            """;
        assertThat(doors.post(UPLOADS, OFFICER, list).status()).isBetween(200, 204);
        var answer = report("made-up ITCHING", 4);
        assertThat(answer.text("code")).isEqualTo("GRADE_NOT_AVAILABLE");
        assertThat(answer.body().path("pointers").toString()).contains("/grade");
        assertThat(report("made-up ITCHING", 3).status()).isEqualTo(201);
        assertThat(report("Something else", 4).status()).isEqualTo(201);
    }

    private Answer report(String term, int grade) {
        return doors.post(
                "/api/subjects/" + ANNA + "/adverse-events",
                SITE,
                account("term", "\"" + term + "\"", "grade", String.valueOf(grade)));
    }

    private Answer code(String event, String version, String code) {
        return doors.post(
                "/api/adverse-events/" + event + "/coding",
                OFFICER,
                "{\"dictionary\":\"MADE_UP\",\"version\":\"%s\",\"code\":\"%s\"}".formatted(version, code));
    }

    private Answer upload(String name) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/dictionary/" + name + ".json"))) {
            return doors.post(UPLOADS, OFFICER, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
