package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Tower.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the doors of the watch refuse, and what an officer sets for the own account. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ADMIN = TestStack.shared().token("adm-01", Role.ADMINISTRATOR, "*");
    private static final String LOCAL_OFFICER = TestStack.shared().token("saf-06", Role.SAFETY_OFFICER, "01");
    private static final String KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String WATCH = "/api/safety/studies/" + STUDY;
    private final MongoDatabase database;
    private final Doors doors;

    WatchDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Tower.settle(database);
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        refused(WATCH + "/alert-rules", OFFICER, rules("false", "3"), 409, "SERIOUS_STAYS_ON");
        refused(WATCH + "/alert-rules", OFFICER, rules("true", "6"), 422, "ALERT_GRADE_OUT_OF_RANGE");
        refused(WATCH + "/alert-rules", LOCAL_OFFICER, rules("true", "3"), 403, "OTHER_SITE");
        refused("/api/safety/studies/NONE/alert-rules", ADMIN, rules("true", "3"), 404, "STUDY_UNKNOWN");
        refused(WATCH + "/rota", ADMIN, rota("Europe/Berlin", "saf-99"), 422, "PERSON_UNREACHABLE");
        refused(WATCH + "/rota", ADMIN, rota("Mars/Base", "saf-02"), 400, "FIELD_MALFORMED");
        refused(WATCH + "/ladder", ADMIN, "{\"steps\":[],\"reason\":\"x\"}", 422, "LADDER_EMPTY");
        refused(
                WATCH + "/ladder",
                ADMIN,
                "{\"steps\":[{\"after\":\"soon\",\"tell\":[\"saf-02\"]}],\"reason\":\"x\"}",
                400,
                "FIELD_MALFORMED");
        refused("/api/safety/quiet-hours", OFFICER, "{\"zone\":\"Europe/Berlin\"}", 400, "FIELD_MISSING");
        refused("/api/safety/browsers", OFFICER, browser("https://10.0.0.1/x"), 422, "PUSH_SERVICE_UNKNOWN");
        refused("/api/safety/browsers/none/removal", OFFICER, "{}", 404, "BROWSER_UNKNOWN");
        assertThat(doors.get("/api/safety/studies/NONE/rota", OFFICER).status()).isEqualTo(404);
    }

    @Test
    void an_officer_sets_quiet_hours_and_takes_them_back() {
        var night = "{\"zone\":\"Europe/Berlin\",\"from\":\"22:00\",\"until\":\"07:00\"}";
        assertThat(doors.post("/api/safety/quiet-hours", OFFICER, night).status())
                .isEqualTo(200);
        assertThat(doors.get("/api/safety/quiet-hours", OFFICER).text("until")).isEqualTo("07:00");
        assertThat(doors.post("/api/safety/quiet-hours", OFFICER, night).status())
                .isEqualTo(204);
        assertThat(doors.post("/api/safety/quiet-hours", OFFICER, "{}").status())
                .isEqualTo(200);
        assertThat(doors.get("/api/safety/quiet-hours", OFFICER).body().has("zone"))
                .isFalse();
    }

    private void refused(String path, String token, String body, int status, String code) {
        var answer = doors.post(path, token, body);
        assertThat(answer.text("code")).as(path + " " + answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static String rules(String serious, String grade) {
        return """
            {"serious":%s,"terms":[],"codes":[],"gradeAtLeast":%s,"lotCluster":true,"stoppingBoundary":true,
             "clockAtRisk":true,"reason":"x"}\
            """.formatted(serious, grade);
    }

    private static String rota(String zone, String person) {
        return """
            {"zone":"%s","gapsAcknowledged":false,"reason":"x",
             "shifts":[{"person":"%s","from":"2025-01-01T00:00:00Z","until":"2035-01-01T00:00:00Z"}]}\
            """.formatted(zone, person);
    }

    private static String browser(String endpoint) {
        return "{\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"device\":\"phone\"}"
                .formatted(endpoint, KEY);
    }
}
