package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.OTHER_SITE;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdverseEventDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final MongoDatabase database;
    private final Doors doors;

    AdverseEventDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        grade     | 6                | 422 | GRADE_OUT_OF_RANGE | /grade
        grade     | "2"              | 400 | FIELD_MALFORMED    | /grade
        grade     | 2.5              | 400 | FIELD_MALFORMED    | /grade
        grade     | null             | 400 | FIELD_MISSING      | /grade
        term      | ""               | 422 | TERM_INVALID       | /term
        criteria  | ["SEVERE"]       | 400 | FIELD_MALFORMED    | /criteria/0
        criteria  | [null]           | 400 | FIELD_MISSING      | /criteria/0
        onset     | "yesterday"      | 400 | FIELD_MALFORMED    | /onset
        onset     | "+999999999-01-01T00:00:00Z" | 400 | FIELD_MALFORMED | /onset
        onset     | "2999-01-01"     | 422 | IN_THE_FUTURE      | /onset
        end       | "2025-03-10"     | 422 | END_BEFORE_ONSET   | /end
        dose      | 7                | 409 | DOSE_NOT_GIVEN     | /dose
        relation  | "MAYBE"          | 400 | FIELD_MALFORMED    | /relation
        outcome   | 3                | 400 | FIELD_MALFORMED    | /outcome
        severity  | "mild"           | 400 | FIELD_UNKNOWN      | /severity
        reason    | "none"           | 400 | FIELD_UNKNOWN      | /reason
        """)
    void broken_input_is_refused_by_field_and_leaves_no_fact(
            String field, String value, int status, String code, String pointer) {
        var before = database.getCollection("journal").countDocuments(Filters.regex("stream", "^adverse-event/"));
        var answer = report(ANNA, account(field, value));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body().path("pointers").toString()).contains(pointer);
        assertThat(database.getCollection("journal").countDocuments(Filters.regex("stream", "^adverse-event/")))
                .isEqualTo(before);
    }

    @Test
    void broken_bodies_and_unknown_things_are_refused() {
        var path = "/api/subjects/" + ANNA + "/adverse-events";
        assertThat(doors.post(path, SITE, "{\"term\":").status()).isEqualTo(400);
        assertThat(doors.postRaw(path, SITE, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
        assertThat(doors.post(path, SITE, "x".repeat(10_000_000)).status()).isEqualTo(413);
        assertThat(report("NCT07146087-01-0099", account()).text("code")).isEqualTo("SUBJECT_UNKNOWN");
        assertThat(report("nobody", account()).text("code")).isEqualTo("SUBJECT_UNKNOWN");
        assertThat(doors.get("/api/adverse-events/AE-00000000", SITE).status()).isEqualTo(404);
        assertThat(doors.post("/api/adverse-events/AE-00000000/amendments", SITE, account("reason", "\"x\""))
                        .text("code"))
                .isEqualTo("ADVERSE_EVENT_UNKNOWN");
        assertThat(doors.post("/api/safety/alerts/AL-AE-00000000/acknowledgement", OFFICER, "{\"note\":\"x\"}")
                        .text("code"))
                .isEqualTo("ALERT_UNKNOWN");
    }

    @Test
    void doors_are_shut_to_other_sites_and_other_roles() {
        var event = report(ANNA, account()).text("event");
        var path = "/api/subjects/" + ANNA + "/adverse-events";
        assertThat(doors.post(path, OTHER_SITE, account()).text("code")).isEqualTo("OTHER_SITE");
        assertThat(doors.get("/api/adverse-events/" + event, OTHER_SITE).text("code"))
                .isEqualTo("OTHER_SITE");
        assertThat(doors.post(path, OFFICER, account()).text("code")).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.get("/api/safety/alerts", SITE).text("code")).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.get("/api/safety/alerts/stream", SITE).status()).isEqualTo(403);
        await().atMost(SOON)
                .until(() -> doors.get("/api/studies/" + Wing.STUDY + "/adverse-events", SITE)
                        .body()
                        .toString()
                        .contains(event));
        assertThat(doors.get("/api/studies/" + Wing.STUDY + "/adverse-events", OTHER_SITE)
                        .body())
                .isEmpty();
    }

    private Answer report(String subject, String body) {
        return doors.post("/api/subjects/" + subject + "/adverse-events", SITE, body);
    }
}
