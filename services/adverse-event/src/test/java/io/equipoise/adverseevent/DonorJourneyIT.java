package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.HeldTrial.BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The donor of every kit comes sealed over Kafka, is opened, kept encrypted, and counted for the data safety board alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DonorJourneyIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CORD_7 = "CANARY-CORD-7";
    private static final String CORD_9 = "CANARY-CORD-9";
    private static final String NO_DONOR = "no donor";

    private final MongoDatabase database;
    private final Doors doors;

    DonorJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    @Acceptance("AE-9")
    void fever_in_two_people_after_two_lots_of_one_cord_is_seen_by_the_board_as_a_cluster_of_that_donor() {
        var trial = trial("NCT00000051").dosed(CORD_7, CORD_7, CORD_9, NO_DONOR);
        trial.has(1, "criteria", "[\"HOSPITALIZATION\"]", "grade", "3", "dose", "1");
        trial.has(2, "dose", "1");
        trial.has(4);
        var shown = trial.counted(3);
        assertThat(shown.path("told").asBoolean()).isTrue();
        assertThat(shown.path("people").asInt()).isEqualTo(4);
        assertThat(shown.path("threshold").path("people").asInt()).isEqualTo(2);
        assertThat(shown.path("donors").valueStream().map(DonorJourneyIT::line))
                .containsExactly(
                        "DONOR CANARY-CORD-7: 2 doses, 2 people, 2 with, 1 serious, 2 events, chills in 2",
                        "DONOR CANARY-CORD-9: 1 doses, 1 people, 0 with, 0 serious, 0 events",
                        "NO_DONOR: 1 doses, 1 people, 1 with, 0 serious, 1 events");
        assertThat(doors.get("/safety/board/" + trial.study(), BOARD).text())
                .contains("chills in 2</span>", "A donor is marked where 2 people or more had the same event:");
    }

    @Test
    void a_study_of_which_no_origin_was_told_says_so() {
        var trial = trial("NCT00000052").people(1);
        OtherRooms.dose(trial.person(1), trial.kit(1), "P-1");
        OtherRooms.arrived(database, "house_doses", trial.person(1) + "/1");
        var shown = doors.get("/api/safety/donors/" + trial.study(), BOARD).body();
        assertThat(shown.path("told").asBoolean(true)).isFalse();
        assertThat(line(shown.path("donors").path(0)))
                .isEqualTo("NOT_TOLD: 1 doses, 1 people, 0 with, 0 serious, 0 events");
        assertThat(doors.get("/api/safety/donors/NCT09999999", BOARD).code()).isEqualTo("STUDY_UNKNOWN");
        var ofOneSite = TestStack.shared().token("dsb-09", Role.DATA_SAFETY_BOARD, "01");
        assertThat(doors.get("/api/safety/donors/" + trial.study(), ofOneSite).code())
                .isEqualTo("OTHER_SITE");
    }

    @Test
    void nobody_else_is_shown_a_donor_by_any_role_at_any_door_or_topic_or_in_store_or_log_and_nobody_is_called(
            CapturedOutput logged) {
        var trial = trial("NCT00000053").dosed(CORD_7, CORD_7);
        var event = trial.has(1, "criteria", "[\"HOSPITALIZATION\"]", "grade", "3", "dose", "1");
        trial.has(2, "dose", "1");
        trial.counted(2);
        for (var role : Role.values()) {
            var token = TestStack.shared().token("somebody", role, "*");
            for (var path : paths(trial.study(), event)) {
                var isBoard = role == Role.DATA_SAFETY_BOARD && isOfTheBoard(path);
                assertThat(doors.get(path, token).text().contains("CANARY-CORD"))
                        .as(role + " " + path)
                        .isEqualTo(isBoard);
            }
            assertThat(doors.get("/api/safety/donors/" + trial.study(), token).status())
                    .as(role.name())
                    .isEqualTo(role == Role.DATA_SAFETY_BOARD ? 200 : 403);
        }
        assertThat(stored()).isNotEmpty().noneMatch(document -> document.contains("CANARY-CORD"));
        assertThat(stored()).anyMatch(document -> document.contains("ProductOriginKept.v1"));
        assertThat(TestStack.shared().everythingOn("allocation")).doesNotContain("CANARY-CORD");
        assertThat(TestStack.shared().everythingOn("adverse-events")).doesNotContain("CANARY-CORD", "product-origin/");
        await().atMost(SOON).until(() -> Wing.MAILS.mails().stream().anyMatch(mail -> mail.contains(event)));
        assertThat(Wing.MAILS.mails()).noneMatch(mail -> mail.contains("CANARY-CORD"));
        assertThat(logged.getAll()).doesNotContain("CANARY-CORD");
        var called =
                Filters.and(Filters.regex("stream", "^alert/"), Filters.regex("facts.data.subject", trial.study()));
        assertThat(database.getCollection("journal").distinct("stream", called, String.class))
                .as("alerts: of the serious event, and of no donor")
                .containsExactly("alert/AL-" + event);
    }

    /** Of saline there is as much to see as of vesicles: the same fact, of one length, and nothing on any topic. */
    @Test
    void what_is_kept_of_saline_and_of_vesicles_differs_in_nothing_but_ciphertext() {
        var trial = trial("NCT00000054").dosed(CORD_7, NO_DONOR);
        var kept = database.getCollection("journal")
                .find(new Document("stream", "product-origin/" + trial.study()))
                .into(new ArrayList<>());
        assertThat(kept.stream()
                        .map(commit -> commit.getList("facts", Document.class).getFirst())
                        .map(fact -> fact.get("data", Document.class).getString("origin"))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
        assertThat(kept).hasSize(2);
        assertThat(TestStack.shared().recordsOn("allocation").stream()
                        .map(ConsumerRecord::value)
                        .map(String::new)
                        .filter(message -> message.contains(trial.study()))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_was_sealed_for_another_kit_is_not_believed() {
        var trial = trial("NCT00000055").people(2);
        var moved = OtherRooms.sealedOrigin(trial.person(1), 1, trial.kit(1), CORD_7);
        OtherRooms.origin("allocation/moved-" + trial.study(), trial.person(2), 1, trial.kit(2), moved);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored("parked"))
                        .anyMatch(letter -> letter.contains(trial.study()) && letter.contains("a message that opens")));
        assertThat(doors.get("/api/safety/donors/" + trial.study(), BOARD)
                        .body()
                        .path("told")
                        .asBoolean(true))
                .isFalse();
    }

    private static List<String> paths(String study, String event) {
        return List.of(
                "/api/safety/donors/" + study,
                "/safety/board/" + study,
                "/safety/board",
                "/api/safety/stopping/" + study,
                "/api/safety/stopping/" + study + "/holds",
                "/api/adverse-events/" + event,
                "/api/adverse-events/" + event + "/details",
                "/api/adverse-events/" + event + "/judgement",
                "/api/studies/" + study + "/adverse-events",
                "/api/studies/" + study + "/safety-clusters",
                "/api/safety/alerts",
                "/api/safety/unblindings/" + event,
                "/api/audit/adverse-event/commits?stream=product-origin/" + study,
                "/api/audit/adverse-event/commits?limit=500",
                "/safety/alerts",
                "/safety/alerts/AL-" + event,
                "/safety/studies/" + study,
                "/api/safety/studies/" + study + "/aggregate",
                "/api/safety/studies/" + study + "/aggregate.csv",
                "/actuator/prometheus");
    }

    private DonorTrial trial(String study) {
        return new DonorTrial(study, database, doors);
    }

    private static boolean isOfTheBoard(String path) {
        return path.startsWith("/api/safety/donors/") || path.matches("/safety/board/.+");
    }

    private static String line(JsonNode line) {
        var words = "%s%s: %d doses, %d people, %d with, %d serious, %d events"
                .formatted(
                        line.path("origin").asString(),
                        line.path("donor").isString() ? " " + line.path("donor").asString() : "",
                        line.path("doses").asInt(),
                        line.path("people").asInt(),
                        line.path("peopleWithEvent").asInt(),
                        line.path("peopleWithSeriousEvent").asInt(),
                        line.path("events").asInt());
        return line.path("clusters")
                .valueStream()
                .map(cluster -> ", " + cluster.path("term").asString() + " in "
                        + cluster.path("people").asInt())
                .reduce(words, String::concat);
    }

    private List<String> stored() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .flatMap(name -> stored(name).stream())
                .toList();
    }

    private List<String> stored(String collection) {
        return database.getCollection(collection).find().map(Document::toJson).into(new ArrayList<>());
    }
}
