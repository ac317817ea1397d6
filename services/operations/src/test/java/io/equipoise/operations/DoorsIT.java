package io.equipoise.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doors answer, to whom, and what never passes them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorsIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String STUDY = "DOORS01";
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    DoorsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void without_a_token_no_page() throws Exception {
        assertThat(get("/", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/operations/studies/" + STUDY, null).statusCode()).isEqualTo(401);
        assertThat(get("/studies/" + STUDY + "/live", null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_role_that_may_know_arms_works_elsewhere() throws Exception {
        var pharmacist = STACK.token("pha-01", Role.PHARMACIST, "01");
        var page = get("/", pharmacist);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("<h1>Not with your role</h1>", "This door is for:", "ROLE_NOT_ALLOWED");
        var door = get("/api/operations/studies/" + STUDY, pharmacist);
        assertThat(door.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(door.body()).path("code").asString()).isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void an_unknown_study_is_a_page_that_says_so_and_a_problem_at_the_door() throws Exception {
        assertThat(get("/studies/NOSUCH", operations()).statusCode()).isEqualTo(404);
        assertThat(get("/studies/NOSUCH", operations()).body()).contains("No study NOSUCH here");
        var door = get("/api/operations/studies/NOSUCH", operations());
        assertThat(door.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(door.body()).path("code").asString()).isEqualTo("STUDY_UNKNOWN");
    }

    @Test
    void the_impact_of_a_version_that_was_not_told_is_refused() throws Exception {
        define("IMPACT1");
        var door = "/api/operations/studies/IMPACT1/impact";
        assertThat(get(door + "?from=1&to=9", operations()).statusCode()).isEqualTo(404);
        var backwards = get(door + "?from=2&to=1", operations());
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(backwards.body()).path("code").asString()).isEqualTo("PARAMETER_OUT_OF_RANGE");
        assertThat(get(door + "?from=1", operations()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_page_keeps_to_its_own_origin() throws Exception {
        var page = get("/", operations());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';");
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("style=")
                .doesNotContain("onclick=");
        for (var asset : new String[] {
            "/assets/equipoise.css",
            "/assets/live.js",
            "/assets/lib/htmx.org/dist/htmx.min.js",
            "/assets/lib/htmx-ext-sse/sse.js",
            "/assets/lib/echarts/echarts.common.min.js"
        }) {
            assertThat(get(asset, operations()).statusCode()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void an_empty_study_has_a_page_whose_every_part_says_that_it_is_empty() throws Exception {
        define("EMPTY01");
        var page = get("/studies/EMPTY01", operations()).body();
        assertThat(page)
                .contains(
                        "Activate the study",
                        "Nobody has been screened yet.",
                        "Nobody has been randomized yet.",
                        "Nobody is due, overdue or due within four weeks.",
                        "No alert has been raised.",
                        "No adverse event has been reported.",
                        "No scan is planned or received yet.",
                        "Every value of the definition is stated by its source.");
    }

    @Test
    void staff_of_a_site_see_their_people_only_and_others_none_of_them() throws Exception {
        define("SITES01");
        registered("SITES01", "01");
        registered("SITES01", "02");
        var mine = board("SITES01", STACK.token("co-01", Role.SITE_COORDINATOR, "01"), 1);
        assertThat(mine.toString()).contains("SITES01-01-0001").doesNotContain("SITES01-02-0001");
        assertThat(board("SITES01", operations(), 2).toString()).contains("SITES01-01-0001", "SITES01-02-0001");
        var other = STACK.token("co-02", Role.SITE_COORDINATOR, "02");
        assertThat(get("/studies/SITES01/subjects/SITES01-01-0001", other).statusCode())
                .isEqualTo(404);
        assertThat(get("/studies/SITES01/subjects/SITES01-02-0001", other).statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_arm_passes_any_door() throws Exception {
        TrialTale.endingOn(java.time.LocalDate.parse("2026-11-22")).stream()
                .filter(each -> each.type().equals("StudyDefined.v1"))
                .forEach(each -> STACK.tell(each.topic(), each.stream(), 1, each.type(), each.json()));
        var path = "/studies/" + Teller.STUDY;
        Awaitility.await().until(() -> get(path, operations()).statusCode() == 200);
        for (var answer : new String[] {
            get(path, operations()).body(),
            get("/api/operations" + path, operations()).body()
        }) {
            assertThat(answer)
                    .contains("/design/ratio")
                    .doesNotContain("EXOSOMES")
                    .doesNotContain("SALINE");
        }
    }

    @Test
    void the_live_feed_sends_every_part_once_and_then_a_heartbeat() throws Exception {
        define("LIVE01");
        var answer =
                http.send(request("/studies/LIVE01/live", operations()), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        int parts = 0;
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && !line.equals("event:beat"); line = lines.readLine()) {
                parts += line.equals("event:part") ? 1 : 0;
            }
        }
        assertThat(parts).isEqualTo(12);
    }

    @Test
    void the_lag_of_every_topic_is_measured() throws Exception {
        define("LAG01");
        assertThat(get("/actuator/prometheus", null).body())
                .contains("equipoise_projection_delay_seconds", "equipoise_projection_heard_age_seconds{")
                .contains("topic=\"imaging\"", "equipoise_parked_messages", "equipoise_dead_letters");
        assertThat(board("LAG01", operations(), 0).path("hearing")).hasSize(7);
    }

    private void define(String study) {
        STACK.tell(
                "studies",
                "study/" + study,
                1,
                "StudyDefined.v1",
                JSON.writeValueAsString(Map.of(
                        "study",
                        study,
                        "version",
                        1,
                        "title",
                        "A trial",
                        "definition",
                        Map.of("study", study),
                        "assumptions",
                        new String[0],
                        "gaps",
                        new String[0])));
        Awaitility.await().until(() -> get("/studies/" + study, operations()).statusCode() == 200);
    }

    private static void registered(String study, String site) {
        var subject = study + "-" + site + "-0001";
        var data = new LinkedHashMap<String, Object>();
        data.put("subject", subject);
        data.put("study", study);
        data.put("site", site);
        data.put("screenedOn", "2026-01-05");
        STACK.tell("enrolment", "subject/" + subject, 1, "SubjectRegistered.v1", JSON.writeValueAsString(data));
    }

    private JsonNode board(String study, String token, int screened) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> JSON.readTree(
                                get("/api/operations/studies/" + study, token).body()),
                        board -> board.path("consort")
                                        .path("assessed")
                                        .path("rows")
                                        .size()
                                == screened);
    }

    private static String operations() {
        return STACK.token("ops-01", Role.OPERATIONS, "*");
    }

    private HttpRequest request(String path, @org.jspecify.annotations.Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return (token == null ? request : request.header("Authorization", token)).build();
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String token)
            throws IOException, InterruptedException {
        return http.send(request(path, token), HttpResponse.BodyHandlers.ofString());
    }
}
