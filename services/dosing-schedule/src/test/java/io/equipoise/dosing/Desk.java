package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the ward's coordinator does at the door, and how long she waits for what others tell. */
record Desk(MongoDatabase database, Door ward) {
    private static final int ANNA = 1;

    static Desk of(MongoDatabase database, int port) {
        var coordinator = TestStack.shared().token("coord-01", Role.SITE_COORDINATOR, "01");
        return new Desk(database, new Door(new TestClient(port), coordinator));
    }

    String readyForTheFirst(Others others) {
        others.studyIsActive();
        others.siteIsOpen();
        others.ready(ANNA);
        others.dispensed(ANNA, 1, "2025-03-11");
        var anna = others.subject(ANNA);
        awaitState(anna, "DOSE_1", "PLANNED");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("kits").countDocuments(Filters.eq("subject", anna)) == 1
                        && database.getCollection("consents").countDocuments(Filters.eq("subject", anna)) == 1);
        return anna;
    }

    void awaitKits(String study, long count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("kits").countDocuments(Filters.regex("_id", "^" + study)) == count);
    }

    void awaitParked(String study) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("parked").countDocuments(Filters.eq("stream", "allocation/" + study))
                                == 2);
    }

    void awaitGiven(String subject, int number, int dose, String on, @Nullable String deviation) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> give(subject, number, dose, on, deviation).status() == 201);
    }

    void awaitState(String subject, String entry, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(line(subject, entry).path("state").asString(""))
                                .isEqualTo(state));
    }

    JsonNode line(String subject, String entry) {
        var calendar = ward.get("/api/subjects/" + subject + "/calendar").body();
        for (var line : calendar.path("entries")) {
            if (line.path("entry").asString("").equals(entry)) {
                return line;
            }
        }
        return calendar.path("nothing");
    }

    List<String> planned(String subject) {
        return ward.get("/api/subjects/" + subject + "/calendar").body().path("entries").values().stream()
                .map(line -> line.path("planned").asString(""))
                .toList();
    }

    Answer give(String subject, int number, int dose, String on, @Nullable String deviation) {
        return ward.post("/api/subjects/" + subject + "/administrations", infusion(number, dose, on, deviation));
    }

    void steer(String subject, int dose, String how, String on, String reason) {
        var answer = ward.post(
                "/api/subjects/%s/doses/%d/%s".formatted(subject, dose, how),
                "{\"on\":\"%s\",\"reason\":\"%s\"}".formatted(on, reason));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    long commits(String subject) {
        return database.getCollection("journal").countDocuments(Filters.eq("stream", "calendar/" + subject));
    }

    String infusion(int number, int dose, String on, @Nullable String deviation) {
        return """
            {"dose":%d,"kit":"%s","startedAt":"%sT09:00:00Z","stoppedAt":"%sT09:45:00Z",
             "volume":{"number":"100","unit":"mL"},"interruptions":[]%s}\
            """.formatted(
                        dose,
                        Others.kit(number, dose),
                        on,
                        on,
                        deviation == null ? "" : ",\"acceptDeviation\":\"" + deviation + "\"");
    }
}
