package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestDoors.COORDINATOR;
import static io.equipoise.enrolment.TestDoors.OTHER_SITE;
import static io.equipoise.enrolment.TestDoors.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.web.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A site gets rules of its own through the door, and its people are asked by them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteRulesIT implements OnTheStack {
    private static final String SCREEN = "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}";
    private static final String OPERATIONS = TestDoors.STACK.token("operations-01", Role.OPERATIONS, "*");
    private static final String RULES = """
        {"on":"2025-02-20","reason":"ethics committee of site 01","rules":[{"rule":"EDSS","kind":"INCLUSION",\
        "text":"EDSS 3.0 to 4.0","when":"%s","replaces":"%s"}]}\
        """;

    private final TestDoors doors;

    SiteRulesIT(@LocalServerPort int port) {
        this.doors = new TestDoors(new TestClient(port), COORDINATOR);
    }

    @Test
    @Acceptance("AL-14")
    void the_sites_rule_is_recorded_and_asked_from_then_on() {
        TestDoors.tellOfTheStudy("SITERULES1", 20);
        var anna = AmendmentJourneyIT.until(
                        () -> doors.post("/api/studies/SITERULES1/subjects", SCREEN), answer -> answer.status() == 201)
                .text("subject");
        doors.post("/api/subjects/" + anna + "/screening-facts", facts("4.5"));
        var path = "/api/studies/SITERULES1/site-rules/01";
        var operations = doors.as(OPERATIONS);
        assertThat(operations
                        .post(path, RULES.formatted("fact.edss >=", "EDSS"))
                        .code())
                .isEqualTo("RULE_MALFORMED");
        assertThat(operations.post(path, RULES.formatted("true", "WEIGHT")).code())
                .isEqualTo("CRITERION_UNKNOWN");
        assertThat(operations
                        .post("/api/studies/SITERULES1/site-rules/77", RULES.formatted("true", "EDSS"))
                        .code())
                .isEqualTo("SITE_UNKNOWN");
        assertThat(doors.post(path, RULES.formatted("true", "EDSS")).code()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.get("/api/subjects/" + anna + "/eligibility")
                        .body()
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(operations
                        .post(path, RULES.formatted("fact.edss >= 3.0 && fact.edss <= 4.0", "EDSS"))
                        .status())
                .isEqualTo(201);
        var hers = doors.get("/api/subjects/" + anna + "/eligibility").body();
        assertThat(hers.path("eligible").asBoolean()).isFalse();
        assertThat(hers.path("siteRules").asInt()).isEqualTo(1);
        var version = doors.get(path).body().path("versions").path(0);
        assertThat(version.path("by").asString()).isEqualTo("operations-01");
        assertThat(version.path("reason").asString()).isEqualTo("ethics committee of site 01");
        assertThat(version.path("recordedAt").asString()).isNotBlank();
        assertThat(doors.as(OTHER_SITE).get(path).code()).isEqualTo("OTHER_SITE");
    }
}
