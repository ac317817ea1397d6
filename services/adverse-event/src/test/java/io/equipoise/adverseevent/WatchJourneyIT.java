package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SECOND_OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Tower.DORA;
import static io.equipoise.adverseevent.Tower.EMIL;
import static io.equipoise.adverseevent.Tower.OUTSIDE;
import static io.equipoise.adverseevent.Tower.STUDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The watch by its doors: what is set calls the right people over every channel, and is recorded. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchJourneyIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https://equipoise\\.example(/safety/acknowledge/\\S+)");
    private static final String ADMIN = TestStack.shared().token("adm-01", Role.ADMINISTRATOR, "*");
    private static final String LOCAL_OFFICER = TestStack.shared().token("saf-05", Role.SAFETY_OFFICER, "01");
    private static final String KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String WATCH = "/api/safety/studies/" + STUDY;
    private final MongoDatabase database;
    private final Doors doors;

    WatchJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Tower.settle(database);
    }

    @Test
    @Acceptance("AE-5")
    void a_serious_event_reaches_whoever_is_on_call_over_every_channel_without_an_arm_and_by_its_rules() {
        set("/alert-rules", """
            {"serious":true,"terms":["anaphylaxis"],"codes":[],"gradeAtLeast":3,"infusionReactionMinutes":120,
             "lotCluster":true,"stoppingBoundary":true,"clockAtRisk":true,"reason":"protocol 9.2"}\
            """);
        set("/rota", """
            {"zone":"Europe/Berlin","gapsAcknowledged":false,"reason":"this decade",
             "shifts":[{"person":"saf-02","from":"2025-01-01T00:00:00Z","until":"2035-01-01T00:00:00Z"}]}\
            """);
        set("/ladder", """
            {"steps":[{"after":"PT0S","tell":["ON_CALL"]},{"after":"PT4H","tell":["EVERYBODY"]}],"reason":"9.4"}\
            """);
        subscribed("/wake/journey", SECOND_OFFICER);
        var reported = doors.post(
                "/api/subjects/" + DORA + "/adverse-events",
                SITE,
                account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]", "dose", "1"));
        var alert = reported.text("alert");
        await().atMost(SOON).until(() -> alert(alert).path("due").isMissingNode() && delivered(alert) == 4);
        var shown = alert(alert);
        assertThat(shown.path("rules")
                        .valueStream()
                        .map(rule -> rule.path("kind").asString()))
                .containsExactly("SERIOUS", "INFUSION_REACTION", "GRADE");
        assertThat(shown.path("onCall").path(0).path("people").toString()).isEqualTo("[\"saf-02\"]");
        assertThat(shown.path("deliveries")
                        .valueStream()
                        .map(each -> each.path("channel").asString()))
                .containsExactlyInAnyOrder("EMAIL", "WEBHOOK", "WEB_PUSH", "FHIR");
        var fhir = new String(pushes("/fhir", reported.text("event")).getFirst(), StandardCharsets.UTF_8);
        for (var told : List.of(shown.toString(), mail(alert), fhir)) {
            assertThat(told.toLowerCase(Locale.ROOT))
                    .doesNotContain("exosomes", "saline", "\"arm\"", "kittype", "placebo");
        }
        acknowledgedByTheLinkOf(alert);
    }

    /** Opened by anybody and anything it changes nothing; sent by an officer, with a note, it acknowledges once. */
    private void acknowledgedByTheLinkOf(String alert) {
        var link = LINK.matcher(mail(alert));
        assertThat(link.find()).isTrue();
        var path = link.group(1);
        for (int i = 0; i < 3; i++) {
            assertThat(doors.get(path, "").status()).isEqualTo(401);
            assertThat(doors.get(path, SITE).status()).isEqualTo(403);
            assertThat(doors.get(path, OFFICER).status()).isEqualTo(200);
        }
        var token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(alert(alert).path("state").asString()).isEqualTo("OPEN");
        assertThat(byLink("", token, "x").status()).isEqualTo(401);
        assertThat(byLink(OFFICER, token + "0", "x").text("code")).isEqualTo("LINK_INVALID");
        assertThat(byLink(OFFICER, token, " ").text("code")).isEqualTo("NOTE_MISSING");
        assertThat(byLink(OFFICER, token, "site called").text("by")).isEqualTo("saf-01");
        assertThat(byLink(SECOND_OFFICER, token, "me too").text("code")).isEqualTo("ALREADY_ACKNOWLEDGED");
        await().atMost(SOON)
                .until(() -> alert(alert).path("byLinkTo").asString("").equals("saf-02"));
    }

    @Test
    void a_browser_that_is_gone_is_dropped_and_its_receipt_says_so() {
        subscribed("/wake/gone", LOCAL_OFFICER);
        await().atMost(SOON)
                .until(() -> database.getCollection("officers")
                                .countDocuments(new Document("_id", "saf-05").append("browsers.0", exists()))
                        == 1);
        OUTSIDE.answerAt("/wake/gone", 410);
        var alert = doors.post(
                        "/api/subjects/" + Wing.ANNA + "/adverse-events",
                        SITE,
                        account("grade", "3", "criteria", "[\"DISABILITY\"]"))
                .text("alert");
        await().atMost(SOON).until(() -> alert(alert).toString().contains("GIVEN_UP"));
        assertThat(doors.get("/api/safety/browsers", LOCAL_OFFICER).body().path("browsers"))
                .isEmpty();
    }

    @Test
    void what_is_not_serious_calls_if_a_rule_asks_for_it_and_waits_for_quiet_hours() {
        set("/alert-rules", """
            {"serious":true,"terms":["anaphylaxis"],"codes":[],"gradeAtLeast":2,
             "lotCluster":true,"stoppingBoundary":true,"clockAtRisk":true,"reason":"amendment 1"}\
            """);
        var reported = doors.post(
                "/api/subjects/" + EMIL + "/adverse-events", SITE, account("term", "\"Rash\"", "grade", "2"));
        assertThat(reported.body().has("alert")).isFalse();
        var alert = "AL-" + reported.text("event") + "-1";
        await().atMost(SOON).until(() -> alert(alert).path("rule").asString("").equals("GRADE"));
        assertThat(alert(alert).path("rules").path(0).path("because").asString())
                .isEqualTo("grade 2 is at least 2");
    }

    private static String browser(String endpoint) {
        return "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"device\":\"phone\"}"
                .formatted(endpoint, KEY);
    }

    private void subscribed(String path, String token) {
        var answer = doors.post("/api/safety/browsers", token, browser(OUTSIDE.origin() + path));
        assertThat(answer.status()).as(answer.body().toString()).isIn(201, 204);
    }

    private void set(String what, String body) {
        var answer = doors.post(WATCH + what, ADMIN, body);
        assertThat(answer.status()).as(answer.body().toString()).isIn(201, 204);
        assertThat(doors.get(WATCH + what, OFFICER).status()).isEqualTo(200);
    }

    private Answer byLink(String token, String link, String note) {
        return doors.post(
                "/api/safety/acknowledgements", token, "{\"token\":\"%s\",\"note\":\"%s\"}".formatted(link, note));
    }

    private JsonNode alert(String alert) {
        return doors.get("/api/safety/alerts", OFFICER)
                .body()
                .valueStream()
                .filter(each -> each.path("alert").asString().equals(alert))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private long delivered(String alert) {
        return alert(alert)
                .path("deliveries")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("DELIVERED"))
                .count();
    }

    private static String mail(String alert) {
        var mail = Wing.MAILS.mails().stream()
                .filter(each -> each.contains(alert))
                .findFirst()
                .orElseThrow();
        return mail.replace("=\n", "").replace("=3D", "=");
    }

    private static List<byte[]> pushes(String path, String saying) {
        return OUTSIDE.pushes.stream()
                .filter(push ->
                        push.path().equals(path) && new String(push.body(), StandardCharsets.UTF_8).contains(saying))
                .map(push -> push.body())
                .toList();
    }

    private boolean has(String collection, String id) {
        return database.getCollection(collection).countDocuments(new Document("_id", id)) == 1;
    }

    private static Document exists() {
        return new Document("$exists", true);
    }
}
