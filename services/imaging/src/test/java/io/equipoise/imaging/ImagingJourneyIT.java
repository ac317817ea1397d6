package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImagingJourneyIT extends Room {
    private final JsonMapper json;

    ImagingJourneyIT(MongoDatabase database, @LocalServerPort int port, JsonMapper json) {
        super(database, port);
        this.json = json;
    }

    @Test
    void a_scan_goes_from_the_scanner_to_the_reader_and_everybody_is_told() {
        var anna = anna("JOURNEY1");
        planned(anna, LONG_AGO);
        var scan = uploaded(anna, "WEEK_24", image(uid(), "20250826"));
        post(
                "/api/scans/" + scan + "/quality-checks",
                MONITOR,
                "{\"passed\":true,\"findings\":[],\"on\":\"2025-08-27\"}");
        post(
                "/api/scans/" + scan + "/reads",
                READER,
                "{\"readOn\":\"2025-08-29\",\"evaluable\":true,\"contrast\":\"GIVEN\",\"gadoliniumEnhancing\":0}");
        var told = STACK.hear(
                "imaging",
                r -> r.key().equals("scan/" + scan) && TestStack.typeOf(r).equals("ScanRead.v1"));
        assertThat(told.stream().filter(r -> r.key().equals("scan/" + scan)).map(TestStack::typeOf))
                .containsExactly("ScanReceived.v1", "ScanQualityChecked.v1", "ScanRead.v1");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !scans(anna).path("scans").path(0).path("read").isNull());
        var came = scans(anna).path("scans").path(0);
        assertThat(came.path("window").asString()).isEqualTo("IN_WINDOW");
        assertThat(came.path("queries")).isEmpty();
        assertThat(came.path("images").path("instances").asInt()).isEqualTo(1);
        assertThat(came.path("quality").path("passed").asBoolean()).isTrue();
        assertThat(came.path("read").toString())
                .isEqualTo("{\"readOn\":\"2025-08-29\",\"evaluable\":true,\"queries\":[]}");
    }

    @Test
    void a_scan_out_of_its_window_is_flagged_for_ever_and_shown_against_the_calendar_of_today() {
        var anna = anna("JOURNEY2");
        planned(anna, LONG_AGO);
        var scan = uploaded(anna, "WEEK_24", image(uid(), "20250911"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scans(anna).path("scans").size() == 1);
        assertThat(scans(anna).path("scans").path(0).path("queries").toString()).isEqualTo("[\"OUT_OF_WINDOW\"]");
        assertThat(scans(anna).path("scans").path(0).path("window").asString()).isEqualTo("OUT_OF_WINDOW");
        planned(anna, 2, LONG_AGO.plusDays(7), "PLANNED");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scans(anna)
                        .path("scans")
                        .path(0)
                        .path("window")
                        .asString()
                        .equals("IN_WINDOW"));
        assertThat(scans(anna).path("scans").path(0).path("queries").toString()).isEqualTo("[\"OUT_OF_WINDOW\"]");
        assertThat(scans(anna).path("scans").path(0).path("scan").asString()).isEqualTo(scan);
    }

    @Test
    void a_missing_scan_is_listed_and_told_once() {
        var anna = anna("JOURNEY3");
        planned(anna, LONG_AGO);
        var told = STACK.hear("imaging", r -> r.key().equals("expected-scans/" + anna));
        assertThat(told.getLast().value())
                .isEqualTo(
                        "{\"subject\":\"%s\",\"study\":\"JOURNEY3\",\"site\":\"01\",\"timePoint\":\"WEEK_24\",\"latest\":\"2025-09-09\"}"
                                .formatted(anna));
        assertThat(get("/api/studies/JOURNEY3/missing-scans", MONITOR).body())
                .isEqualTo(
                        "{\"study\":\"JOURNEY3\",\"missing\":[{\"subject\":\"%s\",\"site\":\"01\",\"timePoint\":\"WEEK_24\",\"title\":\"Week 24 MRI\",\"latest\":\"2025-09-09\"}]}"
                                .formatted(anna));
        var elsewhere = STACK.token("coordinator-02", Role.SITE_COORDINATOR, "02");
        assertThat(get("/api/studies/JOURNEY3/missing-scans", elsewhere).body())
                .isEqualTo("{\"study\":\"JOURNEY3\",\"missing\":[]}");
        planned(anna, 2, LONG_AGO.minusDays(7), "PLANNED");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/studies/JOURNEY3/missing-scans", MONITOR)
                        .body()
                        .contains("2025-09-02"));
        var boris = person("JOURNEY3", 2);
        planned(boris, LONG_AGO);
        STACK.hear("imaging", r -> r.key().equals("expected-scans/" + boris));
        assertThat(commitsOf("expected-scans/" + anna)).isEqualTo(1);
    }

    @Test
    void what_came_is_not_missing_and_who_left_is_not_asked_for() {
        var anna = anna("JOURNEY4");
        var boris = person("JOURNEY4", 2);
        var clara = person("JOURNEY4", 3);
        var dora = person("JOURNEY4", 4);
        uploaded(anna, "WEEK_24", image(uid(), "20250826"));
        withdrawn(boris, 2, "2025-06-01", "STUDY");
        withdrawn(clara, 2, "2025-06-01", "TREATMENT");
        await().atMost(Duration.ofSeconds(60)).until(() -> closed(boris));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scans(anna).path("scans").size() == 1);
        List.of(anna, boris, clara).forEach(subject -> planned(subject, LONG_AGO));
        planned(dora, 1, LONG_AGO, "CANCELLED");
        await().atMost(Duration.ofSeconds(60)).until(() -> found("expected", dora + "/WEEK_24"));
        STACK.hear("imaging", r -> r.key().equals("expected-scans/" + clara));
        assertThat(get("/api/studies/JOURNEY4/missing-scans", MONITOR).body())
                .contains(clara)
                .doesNotContain(anna, boris, dora);
        for (var subject : List.of(anna, boris, dora)) {
            assertThat(commitsOf("expected-scans/" + subject)).isZero();
        }
    }

    @Test
    void a_scan_whose_last_day_is_today_is_not_missing_yet() {
        var anna = anna("JOURNEY5");
        planned(anna, LocalDate.now(ZoneOffset.UTC).minusDays(168 + 14));
        var boris = person("JOURNEY5", 2);
        planned(boris, LONG_AGO);
        STACK.hear("imaging", r -> r.key().equals("expected-scans/" + boris));
        assertThat(get("/api/studies/JOURNEY5/missing-scans", MONITOR).body())
                .contains(boris)
                .doesNotContain(anna);
    }

    @Test
    void after_the_withdrawal_no_scan_is_taken_and_one_from_before_is() {
        var anna = anna("JOURNEY6");
        planned(anna, LONG_AGO);
        withdrawn(anna, 2, "2025-09-01", "STUDY");
        await().atMost(Duration.ofSeconds(60)).until(() -> closed(anna));
        var study = uid();
        assertProblem(
                send(stow(anna, "WEEK_24", body(image(study, "20250902")))),
                409,
                "IMAGING_STOPPED",
                "2025-09-01",
                "withdrawn");
        assertThat(commits(anna)).isZero();
        uploaded(anna, "WEEK_24", image(uid(), "20250901"));
    }

    @Test
    void a_withdrawn_consent_stops_imaging_too() {
        var anna = anna("JOURNEY7");
        STACK.tell("enrolment", "subject/" + anna, 2, "ConsentWithdrawn.v1", """
            {"subject":"%s","study":"JOURNEY7","site":"01","withdrawnOn":"2025-09-01"}\
            """.formatted(anna));
        await().atMost(Duration.ofSeconds(60)).until(() -> closed(anna));
        assertProblem(send(stow(anna, "WEEK_24", body(image(uid(), "20250902")))), 409, "IMAGING_STOPPED", "consent");
    }

    @Test
    void who_was_scanned_is_nowhere_in_the_journal_the_topics_the_answers_or_the_read_models() {
        var anna = anna("JOURNEY8");
        var study = uid();
        var scan = uploaded(anna, "BASELINE", image(study, "20250306"));
        STACK.hear("imaging", r -> r.key().equals("scan/" + scan));
        var secrets = new String[] {"Nobody", "Really", "HOSPITAL-4711", "19700102", "1970-01-02"};
        assertThat(STACK.everythingOn("imaging"))
                .contains(scan)
                .doesNotContain(secrets)
                .doesNotContain(study);
        assertThat(get("/api/subjects/" + anna + "/scans", MONITOR).body()).doesNotContain(secrets);
        for (var collection : database.listCollectionNames()) {
            for (var document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain(secrets);
            }
        }
    }

    private JsonNode scans(String subject) {
        return json.readTree(get("/api/subjects/" + subject + "/scans", MONITOR).body());
    }

    private boolean closed(String subject) {
        var person = database.getCollection("subjects")
                .find(Filters.eq("_id", subject))
                .first();
        return person != null && person.getString("closedOn") != null;
    }

    private long commitsOf(String stream) {
        return database.getCollection("journal").countDocuments(Filters.eq("stream", stream));
    }
}
