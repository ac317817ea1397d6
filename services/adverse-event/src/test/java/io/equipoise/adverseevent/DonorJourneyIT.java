package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.HeldTrial.BOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The donor of every kit comes sealed over Kafka, is opened, kept encrypted, and counted for the data safety board alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DonorJourneyIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant DAY_1 = Instant.parse("2025-03-11T09:00:00Z");
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
        var trial = dosed("NCT00000051", CORD_7, CORD_7, CORD_9, NO_DONOR);
        has(trial, 1, "criteria", "[\"HOSPITALIZATION\"]", "grade", "3", "dose", "1");
        has(trial, 2, "dose", "1");
        has(trial, 4);
        var shown = settled(trial, 3);
        assertThat(shown.path("told").asBoolean()).isTrue();
        assertThat(shown.path("people").asInt()).isEqualTo(4);
        assertThat(shown.path("threshold").path("people").asInt()).isEqualTo(2);
        assertThat(shown.path("donors").valueStream().map(DonorJourneyIT::line))
                .containsExactly(
                        "DONOR CANARY-CORD-7: 2 doses, 2 people, 2 with, 1 serious, 2 events, chills in 2",
                        "DONOR CANARY-CORD-9: 1 doses, 1 people, 0 with, 0 serious, 0 events",
                        "NO_DONOR: 1 doses, 1 people, 1 with, 0 serious, 1 events");
        assertThat(doors.get("/safety/board/" + trial, BOARD).text())
                .contains("chills in 2</span>", "A donor is marked where 2 people or more had the same event:");
    }

    @Test
    void a_study_of_which_no_origin_was_told_says_so() {
        var trial = people("NCT00000052", 1);
        OtherRooms.dose(person(trial, 1), 1, kit(trial, 1), "P-1", DAY_1);
        OtherRooms.arrived(database, "house_doses", person(trial, 1) + "/1");
        var shown = doors.get("/api/safety/donors/" + trial, BOARD).body();
        assertThat(shown.path("told").asBoolean(true)).isFalse();
        assertThat(line(shown.path("donors").path(0)))
                .isEqualTo("NOT_TOLD: 1 doses, 1 people, 0 with, 0 serious, 0 events");
        assertThat(doors.get("/api/safety/donors/NCT09999999", BOARD).code()).isEqualTo("STUDY_UNKNOWN");
        var ofOneSite = TestStack.shared().token("dsb-09", Role.DATA_SAFETY_BOARD, "01");
        assertThat(doors.get("/api/safety/donors/" + trial, ofOneSite).code()).isEqualTo("OTHER_SITE");
    }

    @Test
    void nobody_else_is_shown_a_donor_by_any_role_at_any_door_or_topic_or_in_the_store_and_nobody_is_called() {
        var trial = dosed("NCT00000053", CORD_7, CORD_7);
        var event = has(trial, 1, "criteria", "[\"HOSPITALIZATION\"]", "grade", "3", "dose", "1");
        has(trial, 2, "dose", "1");
        settled(trial, 2);
        for (var role : Role.values()) {
            var token = TestStack.shared().token("somebody", role, "*");
            for (var path : paths(trial, event)) {
                var isBoard = role == Role.DATA_SAFETY_BOARD && isOfTheBoard(path);
                assertThat(doors.get(path, token).text().contains("CANARY-CORD"))
                        .as(role + " " + path)
                        .isEqualTo(isBoard);
            }
            assertThat(doors.get("/api/safety/donors/" + trial, token).status())
                    .as(role.name())
                    .isEqualTo(role == Role.DATA_SAFETY_BOARD ? 200 : 403);
        }
        assertThat(stored()).isNotEmpty().noneMatch(document -> document.contains("CANARY-CORD"));
        assertThat(stored()).anyMatch(document -> document.contains("ProductOriginKept.v1"));
        assertThat(TestStack.shared().everythingOn("allocation")).doesNotContain("CANARY-CORD");
        assertThat(TestStack.shared().everythingOn("adverse-events")).doesNotContain("CANARY-CORD", "product-origin/");
        await().atMost(SOON).until(() -> Wing.MAILS.mails().stream().anyMatch(mail -> mail.contains(event)));
        assertThat(Wing.MAILS.mails()).noneMatch(mail -> mail.contains("CANARY-CORD"));
    }

    /** Of saline there is as much to see as of vesicles: the same fact, of one length, and nothing on any topic. */
    @Test
    void what_is_kept_of_saline_and_of_vesicles_differs_in_nothing_but_ciphertext() {
        var trial = dosed("NCT00000054", CORD_7, NO_DONOR);
        var kept = database.getCollection("journal")
                .find(new Document("stream", "product-origin/" + trial))
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
                        .filter(message -> message.contains(trial))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_was_sealed_for_another_kit_is_not_believed() {
        var trial = people("NCT00000055", 2);
        var moved = OtherRooms.sealedOrigin(person(trial, 1), 1, kit(trial, 1), CORD_7);
        OtherRooms.origin("allocation/moved-" + trial, person(trial, 2), 1, kit(trial, 2), moved);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored("parked"))
                        .anyMatch(letter -> letter.contains(trial) && letter.contains("a message that opens")));
        assertThat(doors.get("/api/safety/donors/" + trial, BOARD)
                        .body()
                        .path("told")
                        .asBoolean(true))
                .isFalse();
    }

    private static List<String> paths(String trial, String event) {
        return List.of(
                "/api/safety/donors/" + trial,
                "/safety/board/" + trial,
                "/safety/board",
                "/api/safety/stopping/" + trial,
                "/api/safety/stopping/" + trial + "/holds",
                "/api/adverse-events/" + event,
                "/api/adverse-events/" + event + "/details",
                "/api/adverse-events/" + event + "/judgement",
                "/api/studies/" + trial + "/adverse-events",
                "/api/studies/" + trial + "/safety-clusters",
                "/api/safety/alerts",
                "/api/safety/unblindings/" + event,
                "/api/audit/adverse-event/commits?stream=product-origin/" + trial,
                "/api/audit/adverse-event/commits?limit=500",
                "/safety/alerts",
                "/safety/alerts/AL-" + event,
                "/safety/studies/" + trial,
                "/api/safety/studies/" + trial + "/aggregate",
                "/api/safety/studies/" + trial + "/aggregate.csv",
                "/actuator/prometheus");
    }

    private static boolean isOfTheBoard(String path) {
        return path.startsWith("/api/safety/donors/") || path.matches("/safety/board/.+");
    }

    /** A study that calls two people a cluster, with people of whom each had one dose, of these donors. */
    private String dosed(String trial, String... donors) {
        people(trial, donors.length);
        for (int number = 1; number <= donors.length; number++) {
            var subject = person(trial, number);
            OtherRooms.dose(subject, 1, kit(trial, number), "P-" + number, DAY_1);
            OtherRooms.origin(
                    "allocation/" + kit(trial, number),
                    subject,
                    1,
                    kit(trial, number),
                    OtherRooms.sealedOrigin(subject, 1, kit(trial, number), donors[number - 1]));
        }
        OtherRooms.arrived(
                database,
                "house_doses",
                IntStream.rangeClosed(1, donors.length)
                        .mapToObj(number -> person(trial, number) + "/1")
                        .toArray(String[]::new));
        await().atMost(SOON)
                .until(() -> database.getCollection("journal")
                                .countDocuments(new Document("stream", "product-origin/" + trial))
                        == donors.length);
        return trial;
    }

    private String people(String trial, int people) {
        OtherRooms.study(trial, "\"safety\":{\"lotCluster\":{\"basis\":\"stated\",\"value\":{\"people\":2}}}");
        for (int number = 1; number <= people; number++) {
            OtherRooms.person(person(trial, number));
        }
        OtherRooms.arrived(database, "safety_protocols", trial);
        OtherRooms.arrived(
                database,
                "house_subjects",
                IntStream.rangeClosed(1, people)
                        .mapToObj(number -> person(trial, number))
                        .toArray(String[]::new));
        await().atMost(SOON)
                .until(() -> database.getCollection("stopping_definitions").countDocuments(new Document("study", trial))
                        == 1);
        return trial;
    }

    private String has(String trial, int number, String... fieldsAndValues) {
        var fields = new ArrayList<>(List.of("term", "\"Chills\""));
        fields.addAll(List.of(fieldsAndValues));
        var answer = doors.post(
                "/api/subjects/" + person(trial, number) + "/adverse-events",
                SITE,
                account(fields.toArray(String[]::new)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("event");
    }

    private JsonNode settled(String trial, int events) {
        var path = "/api/safety/donors/" + trial;
        await().atMost(SOON)
                .until(() -> doors.get(path, BOARD).body().path("events").asInt() == events);
        return doors.get(path, BOARD).body();
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

    private static String person(String trial, int number) {
        return "%s-01-%04d".formatted(trial, number);
    }

    private static String kit(String trial, int number) {
        return "K-%s%d".formatted(trial.substring(9), number);
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
