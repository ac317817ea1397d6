package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A crossover like MESEMS, with the scans that its sources do not name put in by hand. */
class LesionsByPeriodIT extends Room {
    private static final String STATISTICIAN = STACK.token("sta-01", Role.STATISTICIAN, "*");

    private final JsonMapper json;

    LesionsByPeriodIT(MongoDatabase database, @LocalServerPort int port, JsonMapper json) {
        super(database, port);
        this.json = json;
    }

    @Test
    @Acceptance("AL-3")
    void each_period_has_its_own_sum_and_the_second_says_whether_the_first_may_reach_into_it() {
        defined("LESIONS1", ",\"washout\":\"P4W\"", SCANS);
        var anna = person("LESIONS1", 1);
        read(anna, "WEEK_12", "20250603", "\"contrast\":\"GIVEN\",\"gadoliniumEnhancing\":3,\"newT2\":1");
        read(anna, "WEEK_24", "20250826", "\"contrast\":\"GIVEN\",\"gadoliniumEnhancing\":2,\"newT2\":0");
        read(anna, "WEEK_28", "20250923", "\"contrast\":\"NOT_GIVEN\",\"newT2\":4");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lesions(anna).toString().contains("NO_CONTRAST"));
        var periods = lesions(anna).path("people").path(0).path("periods");
        var first = periods.path(0);
        assertThat(first.path("lesions").path("gadoliniumEnhancing").toString())
                .isEqualTo("{\"sum\":5,\"scans\":2,\"lacking\":{}}");
        assertThat(first.path("carryOver").path("flag").asString()).isEqualTo("NO_PERIOD_BEFORE");
        var second = periods.path(1);
        assertThat(second.path("lesions")
                        .path("gadoliniumEnhancing")
                        .path("sum")
                        .isNull())
                .isTrue();
        assertThat(second.path("lesions").path("gadoliniumEnhancing").path("lacking"))
                .isEqualTo(json.readTree("{\"NO_CONTRAST\":1,\"NO_CALENDAR\":1}"));
        assertThat(second.path("lesions").path("newT2").path("sum").asInt()).isEqualTo(4);
        assertThat(second.path("carryOver").path("flag").asString()).isEqualTo("POSSIBLE");
        assertThat(second.path("carryOver").path("scans").toString()).isEqualTo("[\"WEEK_28\"]");
        var study = json.readTree(
                get("/api/studies/LESIONS1/lesions-by-period", STATISTICIAN).body());
        assertThat(study.path("totals").path(0).path("people").asInt()).isEqualTo(1);
        assertThat(study.path("totals").path(1).path("peopleFlagged").asInt()).isEqualTo(1);
        assertThat(study.path("outsidePeriods").toString()).isEqualTo("[\"BASELINE\"]");
        assertThat(study.path("notStated")).isEmpty();
        assertThat(study.toString()).doesNotContain("MSC", "PLACEBO", "arm");
        theTableSaysTheSame(anna);
    }

    private void theTableSaysTheSame(String anna) {
        assertThat(get("/api/studies/LESIONS1/lesions-by-period.csv", STATISTICIAN)
                        .body()
                        .lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith("\"%s\",\"01\",\"P1\",\"0\",\"168\",\"5\",\"2\",\"0\",\"\"".formatted(anna)))
                .anyMatch(line -> line.startsWith(
                        "\"%s\",\"01\",\"P2\",\"168\",\"336\",\"\",\"0\",\"2\",\"NO_CALENDAR 1; NO_CONTRAST 1\""
                                .formatted(anna)));
    }

    @Test
    void what_a_definition_does_not_say_is_named_and_not_made_up() {
        defined("LESIONS2", "", "{\"basis\":\"unknown\",\"text\":\"exact visits not stated\"}");
        person("LESIONS2", 1);
        var study = json.readTree(
                get("/api/studies/LESIONS2/lesions-by-period", STATISTICIAN).body());
        assertThat(study.path("notStated").toString())
                .isEqualTo("[\"/imaging/scans\",\"/design/periods/value/1/washout\"]");
        assertThat(study.path("people")
                        .path(0)
                        .path("periods")
                        .path(1)
                        .path("carryOver")
                        .path("flag")
                        .asString())
                .isEqualTo("NOT_STATED");
        assertThat(study.path("totals")
                        .path(0)
                        .path("lesions")
                        .path("gadoliniumEnhancing")
                        .toString())
                .isEqualTo("{\"sum\":null,\"scans\":0,\"lacking\":{}}");
    }

    @Test
    void nobody_who_is_blinded_sees_a_sum_and_who_is_of_a_site_sees_its_people() {
        defined("LESIONS3", "", SCANS);
        var anna = person("LESIONS3", 1);
        var elsewhere = STACK.token("sta-02", Role.STATISTICIAN, "02");
        var path = "/api/studies/LESIONS3/lesions-by-period";
        assertThat(get(path, STATISTICIAN).body()).contains(anna);
        assertThat(get(path, elsewhere).body()).doesNotContain(anna);
        assertThat(get(path + ".csv", elsewhere).body()).doesNotContain(anna);
        assertProblem(get("/api/subjects/" + anna + "/lesions-by-period", elsewhere), 403, "OTHER_SITE");
        for (var role : Role.values()) {
            if (role != Role.STATISTICIAN && role != Role.DATA_SAFETY_BOARD) {
                assertProblem(get(path, STACK.token("somebody", role, "*")), 403, "ROLE_NOT_ALLOWED");
            }
        }
        assertProblem(get("/api/studies/NOWHERE3/lesions-by-period", STATISTICIAN), 404, "STUDY_UNKNOWN");
        assertProblem(get("/api/subjects/LESIONS3-01-0099/lesions-by-period", STATISTICIAN), 404, "SUBJECT_UNKNOWN");
    }

    private static final String SCANS = """
        {"basis":"assumed","value":[{"scan":"BASELINE","day":0},{"scan":"WEEK_12","day":84},{"scan":"WEEK_24","day":168},
         {"scan":"WEEK_28","day":196},{"scan":"WEEK_48","day":336}]}\
        """;

    private void defined(String study, String washout, String scans) {
        STACK.tell("studies", "study/" + study, 1, "StudyDefined.v1", """
            {"study":"%s","version":1,"title":"t","definition":{"study":"%s","design":{
             "arms":[{"arm":"MSC_FIRST","periods":{"P1":"MSC","P2":"PLACEBO"}}],
             "periods":{"basis":"stated","value":[{"period":"P1","from":"P0W","to":"P24W"},
              {"period":"P2","from":"P24W","to":"P48W"%s}]}},
             "questions":[{"question":"CARRY_OVER","text":"rule","blocks":"NOTHING","answer":{"basis":"unknown"}}],
             "imaging":{"modality":{"basis":"stated","value":"MR"},"scans":%s}},"assumptions":[],"gaps":[]}\
            """.formatted(study, study, washout, scans));
    }

    private void read(String subject, String timePoint, String day, String counts) {
        var scan = uploaded(subject, timePoint, image(uid(), day));
        var on = "%s-%s-%s".formatted(day.substring(0, 4), day.substring(4, 6), day.substring(6));
        post(
                "/api/scans/" + scan + "/quality-checks",
                MONITOR,
                "{\"passed\":true,\"findings\":[],\"on\":\"" + on + "\"}");
        var answer = post(
                "/api/scans/" + scan + "/reads",
                READER,
                "{\"readOn\":\"%s\",\"evaluable\":true,%s}".formatted(on, counts));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JsonNode lesions(String subject) {
        return json.readTree(get("/api/subjects/" + subject + "/lesions-by-period", STATISTICIAN)
                .body());
    }
}
