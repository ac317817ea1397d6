package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SECOND_OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.STUDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sealed treatment comes over Kafka, is opened, kept encrypted, and shown to a safety officer only, look by look. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnblindingJourneyIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicLong TOLD = new AtomicLong();

    private final MongoDatabase database;
    private final Doors doors;

    UnblindingJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void what_was_sealed_to_this_room_is_opened_and_every_look_is_on_record() {
        var event = unblinded("CANARY_EXOSOMES");
        var before = doors.get("/api/safety/unblindings/" + event, OFFICER).body();
        assertThat(before.path("broken").path(0).path("brokenBy").asString()).isEqualTo("saf-01");
        assertThat(before.path("looks")).isEmpty();
        var look = doors.post("/api/safety/unblindings/" + event + "/looks", OFFICER, "one-key", "");
        assertThat(look.status()).as(look.text()).isEqualTo(201);
        assertThat(look.text("arm")).isEqualTo("CANARY_EXOSOMES");
        assertThat(look.text("title")).isEqualTo("MSC-derived exosomes");
        assertThat(doors.post("/api/safety/unblindings/" + event + "/looks", OFFICER, "one-key", "")
                        .status())
                .isEqualTo(201);
        doors.post("/api/safety/unblindings/" + event + "/looks", SECOND_OFFICER, "");
        var after = doors.get("/api/safety/unblindings/" + event, OFFICER);
        assertThat(after.body()
                        .path("looks")
                        .valueStream()
                        .map(each -> each.path("by").asString()))
                .containsExactly("saf-01", "saf-01", "saf-02");
        assertThat(after.text()).doesNotContain("CANARY");
    }

    @Test
    @Acceptance("AE-2")
    void of_a_crossover_the_product_of_the_events_period_is_shown_where_the_site_named_it() {
        var study = "NCT00000056";
        var subject = study + "-01-0001";
        OtherRooms.study(study, """
            "products":[{"product":"MSC","title":"Own stem cells"},{"product":"PLACEBO","title":"Placebo"}],
            "design":{"arms":[{"arm":"MSC_FIRST","title":"Cells then placebo","periods":{"P1":"MSC","P2":"PLACEBO"}}],
             "periods":{"basis":"stated","value":[{"period":"P1"},{"period":"P2"}]}}\
            """);
        OtherRooms.person(subject);
        await().atMost(SOON).until(() -> exists("house_subjects", subject) && exists("house_arm_titles", study));
        var event = told(subject, "MSC_FIRST");
        assertThat(look(event)).isEqualTo("Cells then placebo");
        var named = doors.post(
                "/api/adverse-events/" + event + "/details", SITE, "{\"actions\":[],\"kinds\":[],\"period\":\"P2\"}");
        assertThat(named.status()).as(named.text()).isEqualTo(201);
        assertThat(look(event)).isEqualTo("Placebo (period P2 of: Cells then placebo)");
    }

    private boolean exists(String collection, String id) {
        return database.getCollection(collection).countDocuments(Filters.eq("_id", id)) > 0;
    }

    private String look(String event) {
        return doors.post("/api/safety/unblindings/" + event + "/looks", OFFICER, "")
                .text("title");
    }

    @Test
    void nobody_else_is_shown_anything_by_any_role_at_any_door_or_topic_or_in_the_store() {
        var event = unblinded("CANARY_NACL");
        doors.post("/api/safety/unblindings/" + event + "/looks", OFFICER, "");
        for (var role : Role.values()) {
            if (role != Role.SAFETY_OFFICER) {
                var token = TestStack.shared().token("somebody", role, "*");
                for (var path : paths(event)) {
                    assertThat(doors.get(path, token).text())
                            .as(role + " " + path)
                            .doesNotContain("CANARY");
                }
                var look = doors.post("/api/safety/unblindings/" + event + "/looks", token, "");
                assertThat(look.status()).as(role.name()).isEqualTo(403);
            }
        }
        var elsewhere = TestStack.shared().token("saf-09", Role.SAFETY_OFFICER, "09");
        assertThat(doors.post("/api/safety/unblindings/" + event + "/looks", elsewhere, "")
                        .code())
                .isEqualTo("OTHER_SITE");
        for (var path : paths(event)) {
            assertThat(doors.get(path, OFFICER).text()).as(path).doesNotContain("CANARY");
        }
        assertThat(stored()).isNotEmpty().noneMatch(document -> document.contains("CANARY_NACL"));
        assertThat(TestStack.shared().everythingOn("adverse-events")).doesNotContain("CANARY", "unblinding/");
        await().atMost(SOON).until(() -> Wing.MAILS.mails().stream().anyMatch(mail -> mail.contains(event)));
        assertThat(Wing.MAILS.mails()).noneMatch(mail -> mail.contains("CANARY"));
    }

    @Test
    void of_a_subject_who_is_blind_there_is_nothing_to_see() {
        assertThat(doors.get("/api/safety/unblindings/AE-00000000", OFFICER).code())
                .isEqualTo("UNBLINDING_UNKNOWN");
        assertThat(doors.post("/api/safety/unblindings/AE-00000000/looks", OFFICER, "")
                        .code())
                .isEqualTo("UNBLINDING_UNKNOWN");
    }

    @Test
    void what_was_bound_to_another_person_is_not_believed() {
        var event = "AE-MOVED" + TOLD.incrementAndGet();
        var sealed = OtherRooms.sealed(STUDY + "-01-0002", event, "CANARY_EXOSOMES");
        OtherRooms.unblinding("unblinding/moved/" + event, ANNA, event, sealed);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored("parked"))
                        .anyMatch(letter -> letter.contains(event) && letter.contains("a message that opens")));
        assertThat(doors.get("/api/safety/unblindings/" + event, OFFICER).status())
                .isEqualTo(404);
    }

    private static List<String> paths(String event) {
        return List.of(
                "/api/safety/unblindings/" + event,
                "/api/adverse-events/" + event,
                "/api/studies/" + STUDY + "/adverse-events",
                "/api/safety/alerts",
                "/api/audit/adverse-event/commits?stream=unblinding/" + event,
                "/api/audit/adverse-event/commits",
                "/safety/alerts",
                "/safety/alerts/AL-" + event,
                "/safety/studies/" + STUDY,
                "/api/safety/studies/" + STUDY + "/aggregate.csv",
                "/actuator/prometheus");
    }

    private String unblinded(String arm) {
        Wing.settle(database);
        var event = told(ANNA, arm);
        await().atMost(SOON)
                .until(() -> database.getCollection("house_arm_titles").countDocuments() > 0);
        return event;
    }

    private String told(String subject, String arm) {
        var event = doors.post(
                        "/api/subjects/" + subject + "/adverse-events",
                        SITE,
                        Doors.account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]"))
                .text("event");
        OtherRooms.unblinding("allocation/" + event, subject, event, OtherRooms.sealed(subject, event, arm));
        await().atMost(SOON)
                .until(() ->
                        doors.get("/api/safety/unblindings/" + event, OFFICER).status() == 200);
        return event;
    }

    private List<String> stored() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.equals("house_arm_titles"))
                .flatMap(name -> Arrays.stream(stored(name).toArray(String[]::new)))
                .toList();
    }

    private List<String> stored(String collection) {
        return database.getCollection(collection).find().map(Document::toJson).into(new ArrayList<>());
    }
}
