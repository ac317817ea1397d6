package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** What is put to an event, asked of a person, and seen in a study: at the doors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CASE = "CASEJAFARI2025";
    private static final String JANE = CASE + "-01-0001";
    private static final String WATCHED = "NCT00000018";
    private static boolean told;
    private final MongoDatabase database;
    private final Doors doors;

    EventDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() throws IOException {
        Wing.settle(database);
        tell();
        OtherRooms.arrived(database, "safety_protocols", CASE, WATCHED);
        OtherRooms.arrived(
                database, "house_subjects", JANE, WATCHED + "-01-0001", WATCHED + "-01-0002", WATCHED + "-01-0003");
        OtherRooms.arrived(database, "house_doses", WATCHED + "-01-0001/1", WATCHED + "-01-0003/1");
    }

    @Test
    @Acceptance("AE-4")
    void of_the_case_report_that_is_silent_it_says_that_no_event_was_recorded() {
        var shown = doors.get("/api/subjects/" + JANE + "/inquiries", SITE).body();
        assertThat(shown.path("answer").asString()).isEqualTo("NOT_ASKED");
        assertThat(shown.path("says").asString()).isEqualTo("AE not recorded");
    }

    @Test
    @Acceptance("AE-4")
    void none_found_is_said_by_somebody_who_asked() {
        var boris = WATCHED + "-01-0002";
        var path = "/api/subjects/" + boris + "/inquiries";
        var asked = doors.post(path, SITE, "{\"visit\":\"WEEK_4\",\"askedOn\":\"2025-03-12\",\"events\":[]}");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        var shown = doors.get(path, SITE).body();
        assertThat(shown.path("visits").get(0).path("says").asString()).isEqualTo("asked, no AE found");
        assertThat(shown.path("visits").get(1).path("says").asString()).isEqualTo("AE not recorded");
        assertThat(doors.post(path, SITE, "{\"visit\":\"WEEK_5\",\"askedOn\":\"2025-03-12\",\"events\":[]}")
                        .text("code"))
                .isEqualTo("VISIT_UNKNOWN");
        assertThat(doors.post(path, SITE, "{\"visit\":\"WEEK_4\",\"askedOn\":\"2025-03-12\"}")
                        .text("code"))
                .isEqualTo("FIELD_MISSING");
    }

    @Test
    @Acceptance({"AE-1", "AE-7"})
    void a_fever_two_hours_after_an_infusion_is_linked_to_that_dose_and_lot() {
        var answer = doors.post(
                "/api/subjects/" + ANNA + "/adverse-events",
                SITE,
                account("term", "\"Fever\"", "onset", "\"2025-03-11T11:00:00Z\"", "dose", "1"));
        assertThat(answer.body().path("given").toString()).contains("P-0001", "K-483920", "120");
        var event = "/api/adverse-events/" + answer.text("event");
        var details = doors.post(event + "/details", SITE, """
            {"actions":[{"product":"EXOSOMES","action":"DOSE_REDUCED"}],"route":"INTRAVENOUS",
             "place":"INFUSION_SITE","kinds":["MEDICATION_ERROR"]}\
            """);
        assertThat(details.status()).as(details.body().toString()).isEqualTo(201);
        doors.post(
                event + "/amendments",
                SITE,
                account(
                        "term",
                        "\"Fever\"",
                        "onset",
                        "\"2025-03-11T11:00:00Z\"",
                        "dose",
                        "1",
                        "grade",
                        "3",
                        "reason",
                        "\"rose\""));
        var shown = doors.get(event + "/details", OFFICER).body();
        assertThat(shown.path("route").asString()).isEqualTo("INTRAVENOUS");
        assertThat(shown.path("actions").get(0).path("e2b").asInt()).isEqualTo(2);
        assertThat(shown.path("kinds").toString()).contains("MEDICATION_ERROR");
        assertThat(shown.path("infusionReaction").path("minutesFromStart").asInt())
                .isEqualTo(120);
        assertThat(shown.path("infusionReaction").path("answer").asString()).isEqualTo("OPEN");
        assertThat(shown.path("grades")
                        .valueStream()
                        .map(each -> each.path("grade").asInt()))
                .containsExactly(2, 3);
    }

    @Test
    void details_that_the_definition_does_not_name_are_refused_by_field() {
        var event = "/api/adverse-events/"
                + doors.post("/api/subjects/" + ANNA + "/adverse-events", SITE, account())
                        .text("event");
        var answer = doors.post(event + "/details", SITE, "{\"actions\":[],\"kinds\":[],\"period\":\"P1\"}");
        assertThat(answer.text("code")).isEqualTo("PERIOD_UNKNOWN");
        assertThat(answer.body().path("pointers").toString()).contains("/period");
        assertThat(doors.post(event + "/details", SITE, "{\"actions\":[],\"kinds\":[\"ACCIDENT\"]}")
                        .text("code"))
                .isEqualTo("FIELD_MALFORMED");
    }

    @Test
    @Acceptance("AE-9")
    void two_people_after_one_lot_are_a_cluster_where_the_study_says_so() {
        for (var person : new String[] {WATCHED + "-01-0001", WATCHED + "-01-0003"}) {
            var answer = doors.post(
                    "/api/subjects/" + person + "/adverse-events", SITE, account("term", "\"Chills\"", "dose", "1"));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        }
        await().atMost(SOON)
                .until(() -> database.getCollection("journal")
                                .countDocuments(Filters.and(
                                        Filters.regex("stream", "^cluster/"), Filters.eq("facts.data.study", WATCHED)))
                        == 1);
        var shown = doors.get("/api/studies/" + WATCHED + "/safety-clusters", OFFICER)
                .body();
        assertThat(shown.path("threshold").path("people").asInt()).isEqualTo(2);
        assertThat(shown.path("clusters").get(0).path("lot").asString()).isEqualTo("P-0007");
        assertThat(shown.path("clusters").get(0).path("people").asInt()).isEqualTo(2);
        var without = doors.get("/api/studies/" + Wing.STUDY + "/safety-clusters", OFFICER)
                .body();
        assertThat(without.path("threshold").path("known").asBoolean()).isFalse();
        assertThat(without.path("clusters").size()).isZero();
    }

    /** The case report as the library has it, and a study that watches its lots. */
    private static synchronized void tell() throws IOException {
        if (told) {
            return;
        }
        told = true;
        Map<String, Object> silent = new Yaml()
                .load(Files.readString(Path.of("../study-design/src/main/resources/library/" + CASE + ".yaml")));
        OtherRooms.defined(CASE, StrictJson.mapper().writeValueAsString(silent));
        OtherRooms.study(WATCHED, """
            "safety":{"lotCluster":{"basis":"stated","value":{"people":2}}},
            "visits":{"basis":"stated","value":[{"visit":"WEEK_4"},{"visit":"WEEK_8"}]}\
            """);
        OtherRooms.person(JANE);
        for (var number : new String[] {"0001", "0002", "0003"}) {
            OtherRooms.person(WATCHED + "-01-" + number);
        }
        OtherRooms.dose(WATCHED + "-01-0001", "K-1", "P-0007");
        OtherRooms.dose(WATCHED + "-01-0003", "K-3", "P-0007");
    }
}
