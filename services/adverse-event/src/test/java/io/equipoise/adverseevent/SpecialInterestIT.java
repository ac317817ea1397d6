package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Codes of special interest by the doors: an event that is coded with one calls an officer, once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpecialInterestIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STUDY = "NCT00000071";
    private static final String FRIDA = STUDY + "-01-0001";
    private static final String ADMIN = TestStack.shared().token("adm-01", Role.ADMINISTRATOR, "*");
    private static boolean told;
    private final MongoDatabase database;
    private final Doors doors;

    SpecialInterestIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
        if (!told) {
            told = true;
            OtherRooms.study(STUDY, "\"safety\":{}," + Wing.PRODUCTS);
            OtherRooms.site(STUDY, "01");
            OtherRooms.person(FRIDA);
        }
        OtherRooms.arrived(database, "house_subjects", FRIDA);
        OtherRooms.arrived(database, "house_sites", STUDY + "/01");
    }

    @Test
    void an_event_that_is_coded_with_a_code_of_the_list_calls_once_and_says_why() {
        doors.post("/api/dictionaries", OFFICER, """
            {"dictionary":"SPECIAL","version":"1","language":"en",
             "terms":[{"code":"S-10","term":"Feeling hot","preferred":"S-1"},{"code":"S-1","term":"Warmth"},
                      {"code":"S-2","term":"Cold"}]}\
            """);
        var rules = doors.post("/api/safety/studies/" + STUDY + "/alert-rules", ADMIN, """
            {"serious":true,"terms":[],"codes":["S-1"],
             "lotCluster":true,"stoppingBoundary":true,"clockAtRisk":true,"reason":"protocol 9.3"}\
            """);
        assertThat(rules.status()).as(rules.text()).isIn(201, 204);
        var warm = mild("felt warm");
        var cold = mild("felt cold");
        code(cold, "S-2", "");
        code(warm, "S-10", "");
        code(warm, "S-1", ",\"reason\":\"the wider term\"");
        await().atMost(SOON).until(() -> alerts().size() == 1);
        var alert = alerts().getFirst();
        assertThat(alert.path("alert").asString()).isEqualTo("AL-" + warm + "-CODED");
        assertThat(alert.path("rule").asString()).isEqualTo("SPECIAL_INTEREST");
        assertThat(alert.path("rules").path(0).path("because").asString()).isEqualTo("coded under S-1 (SPECIAL 1)");
        var later = mild("felt hot");
        code(later, "S-1", "");
        await().atMost(SOON).until(() -> alerts().size() == 2);
        assertThat(alerts().stream().map(each -> each.path("event").asString())).containsExactlyInAnyOrder(warm, later);
    }

    private String mild(String term) {
        var answer = doors.post(
                "/api/subjects/" + FRIDA + "/adverse-events", SITE, account("term", "\"" + term + "\"", "grade", "1"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("event");
    }

    private void code(String event, String code, String more) {
        var answer = doors.post(
                "/api/adverse-events/" + event + "/coding",
                OFFICER,
                "{\"dictionary\":\"SPECIAL\",\"version\":\"1\",\"code\":\"%s\"%s}".formatted(code, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private List<JsonNode> alerts() {
        return doors.get("/api/safety/alerts", OFFICER)
                .body()
                .valueStream()
                .filter(each -> each.path("subject").asString("").equals(FRIDA))
                .toList();
    }
}
