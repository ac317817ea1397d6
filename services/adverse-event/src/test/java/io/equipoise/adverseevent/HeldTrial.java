package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.relay.Envelope;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A trial of its own for each test: a study, people who were dosed, and a rule that two of two with an event cross. */
final class HeldTrial {
    static final Duration SOON = Duration.ofSeconds(90);
    static final String BOARD = TestStack.shared().token("dsb-01", Role.DATA_SAFETY_BOARD, "*");
    static final String RULE = """
        {"rule": {"rule": "SEVERE", "title": "Severe related events",
          "counts": {"terms": [], "grade": 3, "serious": false, "related": true, "withinDays": 28},
          "method": "EXACT", "parameters": {"planned": "20", "acceptable": "0.1", "allowed": "0.05"},
          "choice": "HOLD", "liftedBy": ["DATA_SAFETY_BOARD"]},
         "name": "A member of the board", "meaning": "approval", "reason": "as the board's charter says"}\
        """;

    final String study;
    private final Doors doors;

    HeldTrial(String study, int people, MongoDatabase database, Doors doors) {
        this.study = study;
        this.doors = doors;
        OtherRooms.study(study, "");
        for (int number = 1; number <= people; number++) {
            OtherRooms.person(person(number));
            OtherRooms.dose(person(number), "K-" + number, "P-0001");
        }
        await().atMost(SOON)
                .until(() ->
                        database.getCollection("stopping_doses").countDocuments(Filters.eq("study", study)) == people);
        await().atMost(SOON)
                .until(() ->
                        database.getCollection("house_subjects").countDocuments(Filters.regex("_id", "^" + study + "-"))
                                == people);
    }

    String person(int number) {
        return "%s-01-%04d".formatted(study, number);
    }

    void ruled() {
        var answer = doors.post(rules(), BOARD, RULE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    void severe(int number) {
        var answer =
                doors.post("/api/subjects/" + person(number) + "/adverse-events", Doors.SITE, account("grade", "3"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Waits until the study is held. */
    String held() {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> standing().body().path("standing").asString("").equals("HELD"));
        return "HO-" + study + "-1";
    }

    Answer standing() {
        return doors.get("/api/safety/stopping/" + study, BOARD);
    }

    String rules() {
        return "/api/safety/stopping/" + study + "/rules";
    }

    static String signed(String hold) {
        return """
            {"hold": "%s", "name": "A member of the board", "meaning": "approval on behalf of the board",
             "reason": "no pattern was seen"}\
            """.formatted(hold);
    }

    String lifts() {
        return "/api/safety/stopping/" + study + "/lifts";
    }

    /** Whether others were told; the message as it stands on the topic. */
    Optional<String> told(String type) {
        return TestStack.shared().recordsOn("adverse-events").stream()
                .filter(record -> isOf(record, type))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(text -> text.contains(study))
                .findFirst();
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> record, String type) {
        return Envelope.of(record.headers()).type().equals(type);
    }
}
