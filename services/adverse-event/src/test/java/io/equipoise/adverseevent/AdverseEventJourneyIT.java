package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.OPERATIONS;
import static io.equipoise.adverseevent.Doors.SECOND_OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.CLARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.adapter.mongo.AlertsProjection;
import io.equipoise.adverseevent.adapter.mongo.EventsProjection;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdverseEventJourneyIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> OUTSIDE = Set.of("EMAIL", "WEBHOOK", "FHIR");
    private static final String SERIOUS = account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]", "dose", "1");
    private final MongoDatabase database;
    private final MongoClient client;
    private final Journal<SafetyFact> journal;
    private final Doors doors;

    AdverseEventJourneyIT(
            @Autowired MongoDatabase database,
            @Autowired MongoClient client,
            @Autowired Journal<SafetyFact> journal,
            @LocalServerPort int port) {
        this.database = database;
        this.client = client;
        this.journal = journal;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void a_serious_event_is_linked_alerted_mailed_hooked_and_acknowledged_once() {
        var answer = report(ANNA, SERIOUS);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("serious").asBoolean()).isTrue();
        assertThat(answer.body().path("given").path("kit").asString()).isEqualTo("K-483920");
        assertThat(answer.body().path("given").path("minutesFromStart").asInt()).isEqualTo(65);
        var alert = answer.text("alert");
        await().atMost(SOON).until(() -> delivered(alert).containsAll(OUTSIDE));
        assertThat(Wing.HOOKED.stream().filter(id -> id.equals(alert + ".raised")))
                .hasSize(2);
        assertThat(Wing.MAILS.mails().stream().filter(mail -> mail.contains(alert)))
                .hasSize(1);
        assertThat(alert(alert).path("escalation").asString()).isEqualTo("not configured");
        assertThat(alert(alert).toString()).doesNotContain("arm");

        var note = "{\"note\":\"site called\"}";
        var taken = doors.post("/api/safety/alerts/" + alert + "/acknowledgement", OFFICER, "ack-" + alert, note);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("by")).isEqualTo("saf-01");
        var again = doors.post("/api/safety/alerts/" + alert + "/acknowledgement", OFFICER, "ack-" + alert, note);
        assertThat(again.body()).isEqualTo(taken.body());
        var second = doors.post("/api/safety/alerts/" + alert + "/acknowledgement", SECOND_OFFICER, note);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("ALREADY_ACKNOWLEDGED");
        assertThat(second.text("detail")).contains("saf-01");
        await().atMost(SOON)
                .until(() -> alert(alert).path("acknowledgedBy").asString("").equals("saf-01"));
    }

    @Test
    void the_same_report_twenty_times_at_once_is_one_event_and_one_alert() throws Exception {
        Callable<Answer> once = () -> doors.post("/api/subjects/" + ANNA + "/adverse-events", SITE, "twenty", SERIOUS);
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var events = racers
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> once).toList())
                    .stream()
                    .map(answer -> answer.resultNow().text("event"))
                    .distinct()
                    .toList();
            assertThat(events).hasSize(1);
            await().atMost(SOON)
                    .until(() -> delivered("AL-" + events.getFirst()).containsAll(OUTSIDE));
            assertThat(database.getCollection("journal")
                            .countDocuments(Filters.eq("stream", "adverse-event/" + events.getFirst())))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_event_that_becomes_serious_keeps_its_history_and_raises_its_alert() {
        var event = report(ANNA, account("narrative", "\"canary-narrative\"")).text("event");
        var worse = account("grade", "4", "criteria", "[\"HOSPITALIZATION\"]", "reason", "\"admitted overnight\"");
        var amended = doors.post("/api/adverse-events/" + event + "/amendments", SITE, worse);
        assertThat(amended.status()).isEqualTo(201);
        assertThat(amended.body().path("prompts").path(0).path("code").asString())
                .isEqualTo("GRADE_4_WITHOUT_LIFE_THREATENING");
        await().atMost(SOON).until(() -> !alert("AL-" + event).isMissingNode());
        var read = doors.get("/api/adverse-events/" + event, SITE).body();
        assertThat(read.path("narrative").asString()).isEqualTo("canary-narrative");
        assertThat(read.path("history")
                        .valueStream()
                        .map(step -> step.path("grade").asInt()))
                .containsExactly(2, 4);
        assertThat(read.path("history").path(1).path("reason").asString()).isEqualTo("admitted overnight");
        TestStack.shared()
                .hear(
                        "adverse-events",
                        record -> record.value() != null && record.value().contains("AL-" + event));
        assertThat(TestStack.shared().everythingOn("adverse-events")).doesNotContain("canary-narrative");
        for (var collection : List.of("journal", "adverse_events", "alerts", "alert_feed")) {
            for (var document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("canary-narrative");
            }
        }
    }

    @Test
    void what_nobody_acknowledges_is_escalated_and_mailed() {
        var alert = report(CLARA, account("criteria", "[\"DEATH\"]", "grade", "5", "outcome", "\"FATAL\""))
                .text("alert");
        await().atMost(SOON).until(() -> delivered(alert).containsAll(OUTSIDE));
        await().atMost(SOON).until(() -> alert(alert).path("steps").asInt() == 1);
        await().atMost(SOON).until(() -> toTheHead(alert) == 1);
    }

    @Test
    void every_own_projection_equals_a_fresh_replay_and_the_journal_is_whole() {
        report(ANNA, SERIOUS);
        await().atMost(SOON).untilAsserted(() -> {
            var shadow = client.getDatabase("adverse-event-again");
            shadow.drop();
            for (var again : List.of(new EventsProjection(shadow), new AlertsProjection(shadow))) {
                journal.after(0, 0, 10_000).forEach(again::apply);
                for (var collection : again.collections()) {
                    assertThat(all(shadow, collection)).isNotEmpty().isEqualTo(all(database, collection));
                }
            }
        });
        var verified = doors.get("/api/audit/adverse-event/verification", OPERATIONS);
        assertThat(verified.status()).isEqualTo(200);
    }

    private static List<String> all(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(Sorts.ascending("_id"))
                .map(Document::toJson)
                .into(new ArrayList<>());
    }

    private Answer report(String subject, String body) {
        return doors.post("/api/subjects/" + subject + "/adverse-events", SITE, body);
    }

    private JsonNode alert(String alert) {
        return doors.get("/api/safety/alerts", OFFICER)
                .body()
                .valueStream()
                .filter(listed -> listed.path("alert").asString().equals(alert))
                .findFirst()
                .orElseGet(tools.jackson.databind.json.JsonMapper.shared()::missingNode);
    }

    private static long toTheHead(String alert) {
        return Wing.MAILS.mails().stream()
                .filter(mail -> mail.contains(alert) && mail.contains("head@trials.example"))
                .count();
    }

    private Set<String> delivered(String alert) {
        return alert(alert)
                .path("deliveries")
                .valueStream()
                .filter(delivery -> delivery.path("state").asString().equals("DELIVERED"))
                .map(delivery -> delivery.path("channel").asString())
                .collect(Collectors.toSet());
    }
}
