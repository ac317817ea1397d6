package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.OTHER_SITE;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

/** Causality and expectedness at the doors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgementDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STAY = "[\"HOSPITALIZATION\"]";
    private static final String LISTS = "/api/studies/" + Wing.STUDY + "/safety-information";
    private final MongoDatabase database;
    private final Doors doors;

    JudgementDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void a_serious_reaction_becomes_a_susar_step_by_step() {
        publish("EXOSOMES");
        var event = report();
        assertThat(judgement(event).path("susarCandidate").asBoolean()).isFalse();
        var said = doors.post(at(event, "/causality/investigator"), SITE, causality("PROBABLE", ""));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
        assertThat(said.text("assessor")).isEqualTo("INVESTIGATOR");
        assertThat(judgement(event).path("susarCandidate").asBoolean()).isTrue();
        var lower =
                doors.post(at(event, "/causality/sponsor"), OFFICER, causality("UNRELATED", ",\"reason\":\"a cold\""));
        assertThat(lower.status()).isEqualTo(201);
        assertThat(judgement(event).path("suspected").path("by").asString()).isEqualTo("inv-01");
        assertThat(doors.post(at(event, "/expectedness"), OFFICER, expectedness("UNEXPECTED"))
                        .status())
                .isEqualTo(201);
        assertThat(judgement(event).path("susar").asBoolean()).isTrue();
        assertThat(judgement(event).path("lists").get(0).path("says").asString())
                .isEqualTo("UNEXPECTED");
        assertThat(judgement(event).path("causality").size()).isEqualTo(2);
    }

    @Test
    void a_site_sees_its_own_judgement_and_not_the_sponsors() {
        var event = report();
        doors.post(at(event, "/causality/investigator"), SITE, causality("POSSIBLE", ""));
        doors.post(at(event, "/causality/sponsor"), OFFICER, causality("DEFINITE", ""));
        var shown = doors.get(at(event, "/causality"), SITE).body();
        assertThat(shown.path("causality").size()).isEqualTo(1);
        assertThat(shown.toString()).contains("POSSIBLE").doesNotContain("DEFINITE", "SPONSOR");
        assertThat(doors.get(at(event, "/judgement"), SITE).text("code")).isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void doors_are_shut_to_other_sites_and_to_whom_it_is_not_for() {
        var event = report();
        assertThat(doors.post(at(event, "/causality/investigator"), OTHER_SITE, causality("POSSIBLE", ""))
                        .text("code"))
                .isEqualTo("OTHER_SITE");
        assertThat(doors.post(at(event, "/causality/investigator"), OFFICER, causality("POSSIBLE", ""))
                        .text("code"))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.post(at(event, "/causality/sponsor"), SITE, causality("POSSIBLE", ""))
                        .text("code"))
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(doors.get(at("AE-00000000", "/judgement"), OFFICER).status()).isEqualTo(404);
        assertThat(doors.post(at("AE-00000000", "/expectedness"), OFFICER, expectedness("EXPECTED"))
                        .text("code"))
                .isEqualTo("ADVERSE_EVENT_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "product":"ASPIRIN","result":"POSSIBLE","method":"WHO-UMC"           | 422 | PRODUCT_UNKNOWN | /product
        "product":"SALINE","result":"MAYBE","method":"WHO-UMC"               | 400 | FIELD_MALFORMED | /result
        "product":"SALINE","result":"POSSIBLE","method":" "                  | 422 | METHOD_INVALID  | /method
        "product":"SALINE","result":"POSSIBLE"                               | 400 | FIELD_MISSING   | /method
        "product":"SALINE","result":"POSSIBLE","method":"x","dose":9         | 409 | DOSE_NOT_GIVEN  | /dose
        "product":"SALINE","result":"POSSIBLE","method":"x","route":"BY_EAR" | 400 | FIELD_MALFORMED | /route
        "product":"SALINE","result":"POSSIBLE","method":"x","arm":"A"        | 400 | FIELD_UNKNOWN   | /arm
        """)
    void broken_input_is_refused_by_field_and_leaves_no_fact(String fields, int status, String code, String pointer) {
        var event = report();
        var answer = doors.post(at(event, "/causality/investigator"), SITE, "{" + fields + "}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body().path("pointers").toString()).contains(pointer);
        assertThat(database.getCollection("journal").countDocuments(Filters.eq("stream", "adverse-event/" + event)))
                .isEqualTo(1);
    }

    @Test
    void safety_information_is_put_in_force_once_and_read_by_day() {
        publish("SALINE");
        var again = doors.post(LISTS, OFFICER, list("SALINE", "1.0", "2025-02-01"));
        assertThat(again.text("code")).isEqualTo("SAFETY_INFORMATION_ALREADY_PUBLISHED");
        assertThat(doors.post(LISTS, OFFICER, list("SALINE", "0.9", "2024-12-01"))
                        .text("code"))
                .isEqualTo("SAFETY_INFORMATION_NOT_LATER");
        assertThat(doors.post("/api/studies/NCT99999999/safety-information", OFFICER, list("SALINE", "1", "2025-01-01"))
                        .text("code"))
                .isEqualTo("STUDY_UNKNOWN");
        assertThat(doors.get(LISTS, SITE).body().path("versions").toString()).contains("SALINE", "2025-01-01");
        var event = report();
        var missing = doors.post(
                at(event, "/expectedness"), OFFICER, expectedness("EXPECTED").replace("1.0", "7.0"));
        assertThat(missing.text("code")).isIn("SAFETY_INFORMATION_MISSING", "SAFETY_INFORMATION_NOT_IN_FORCE");
    }

    /** Once for all tests: a version never changes. */
    private void publish(String product) {
        var answer = doors.post(LISTS, OFFICER, "publish-" + product, list(product, "1.0", "2025-01-01"));
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
    }

    private static String list(String product, String version, String from) {
        return """
            {"product":"%s","version":"%s","inForceFrom":"%s","document":"brochure",
             "terms":[{"term":"Headache","highestGrade":2,"serious":false}]}\
            """.formatted(product, version, from);
    }

    private String report() {
        Answer answer = doors.post(
                "/api/subjects/" + ANNA + "/adverse-events",
                SITE,
                account("criteria", STAY, "relation", "\"UNRELATED\"", "grade", "3"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.text("event");
    }

    private JsonNode judgement(String event) {
        return doors.get(at(event, "/judgement"), OFFICER).body();
    }

    private static String at(String event, String door) {
        return "/api/adverse-events/" + event + door;
    }

    private static String causality(String result, String more) {
        return "{\"product\":\"EXOSOMES\",\"result\":\"" + result + "\",\"method\":\"WHO-UMC\"" + more + "}";
    }

    private static String expectedness(String result) {
        return "{\"product\":\"EXOSOMES\",\"version\":\"1.0\",\"result\":\"" + result + "\"}";
    }
}
