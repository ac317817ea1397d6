package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StudyDesignJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String YAML = "application/yaml";
    private static final String PATCH = "application/merge-patch+yaml";
    private static final String BIO = "/api/studies/NCT07146087";
    private static final String SMALL = "{'study':'%s','title':'Small'}";

    private final MongoDatabase database;
    private final int port;
    private final Door operations;

    StudyDesignJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.operations = Door.of(port, Role.OPERATIONS);
    }

    @Test
    void a_registered_study_gets_its_gaps_closed_is_activated_and_opens_a_site() {
        var registered = resource("/library/NCT07146087.yaml");
        var first = operations.post("/api/studies", "define", YAML, registered);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.location()).endsWith(BIO);
        assertThat(first.json()
                        .path("gaps")
                        .valueStream()
                        .map(gap -> gap.path("what").asString()))
                .containsExactly(
                        "dose amount", "infusion volume", "first-dose anchor", "allocation ratio", "masked parties");
        assertThat(first.json().path("assumptions").size()).isZero();

        sent_again_it_is_one_fact(registered, first);
        the_gaps_refuse_and_the_assumptions_close_them();
        it_is_activated_opens_a_site_and_is_suspended();
        all_of_it_is_told_in_order();
    }

    private void sent_again_it_is_one_fact(String registered, Door.Answer first) {
        var again = operations.post("/api/studies", "define", YAML, registered);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(operations
                        .post("/api/studies", "define", YAML, "study: OTHER\ntitle: T")
                        .code())
                .isEqualTo("COMMAND_ID_REUSED");
    }

    private void the_gaps_refuse_and_the_assumptions_close_them() {
        var refused = operations.json(BIO + "/activation", "activate-1", "{'activatedOn':'2025-02-03'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("STUDY_HAS_GAPS");
        assertThat(refused.json().path("pointers").size()).isEqualTo(5);

        var patched = operations.post(BIO, "assume", PATCH, resource("/library/assumptions.yaml"));
        assertThat(patched.status()).as(patched.body()).isEqualTo(201);
        assertThat(patched.json().path("version").asInt()).isEqualTo(2);
        assertThat(patched.json().path("gaps").size()).isZero();
        assertThat(patched.json().path("assumptions").size()).isEqualTo(12);
        assertThat(operations.get(BIO + "/gaps").body()).isEqualTo(patched.body());
    }

    private void it_is_activated_opens_a_site_and_is_suspended() {
        assertThat(operations
                        .json(BIO + "/activation", "activate-2", "{'activatedOn':'2025-02-03'}")
                        .body())
                .contains("\"version\":2");
        var site = "{'site':'01','name':'Ward','country':'DE','zone':'Europe/Berlin','cap':20,"
                + "'openedOn':'2025-02-10'}";
        assertThat(operations.json(BIO + "/sites", "site", site).status()).isEqualTo(201);
        assertThat(operations.json(BIO + "/sites", "site-again", site).status()).isEqualTo(200);
        an_amendment_is_in_force_at_one_site_only();
        var suspended = operations.json(
                BIO + "/status", "status", "{'status':'SUSPENDED','asOf':'2025-06-01','reason':'an inspection'}");
        assertThat(suspended.json().path("permits").path("enrol").asBoolean()).isFalse();
        assertThat(suspended.json().path("permits").path("followUp").asBoolean())
                .isTrue();
        var whole = Door.of(port, Role.INVESTIGATOR).get(BIO).json();
        assertThat(whole.path("status").path("status").asString()).isEqualTo("SUSPENDED");
        assertThat(whole.path("activated").path("version").asInt()).isEqualTo(2);
        assertThat(whole.path("sites")
                        .valueStream()
                        .map(open -> open.path("inForce").path("version").asInt()))
                .containsExactly(3, 2);
    }

    private void an_amendment_is_in_force_at_one_site_only() {
        var clinic = "{'site':'02','name':'Clinic','country':'NO','zone':'Europe/Oslo','openedOn':'2025-03-10'}";
        operations.json(BIO + "/sites", "site-2", clinic);
        operations.post(BIO, "amend", PATCH, "design: {target: {basis: stated, value: 90}}");
        var amended =
                operations.json(BIO + "/sites/01/version", "site-amend", "{'version':3,'activatedOn':'2025-05-12'}");
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
        assertThat(amended.json().path("inForce").path("since").asString()).isEqualTo("2025-05-12");
        assertThat(operations
                        .json(BIO + "/sites/09/version", "site-9", "{'version':3,'activatedOn':'2025-05-12'}")
                        .status())
                .isEqualTo(404);
    }

    private static void all_of_it_is_told_in_order() {
        var told = STACK
                .hear(
                        "studies",
                        record -> record.key().endsWith("NCT07146087")
                                && record.value().contains("an inspection"))
                .stream()
                .filter(record -> record.key().endsWith("NCT07146087"))
                .toList();
        told.forEach(record -> assertThat(Contracts.problems(TestStack.typeOf(record), record.value()))
                .isEmpty());
        assertThat(told.stream().map(TestStack::typeOf))
                .containsExactly(
                        "StudyDefined.v1",
                        "StudyDefined.v1",
                        "StudyStatusChanged.v1",
                        "StudyActivated.v1",
                        "SiteOpened.v1",
                        "SiteOpened.v1",
                        "StudyDefined.v1",
                        "SiteVersionActivated.v1",
                        "StudyStatusChanged.v1");
    }

    @Test
    void seals_of_others_are_anchored_and_ones_own_are_not() {
        seal("enrolment", 1, 40, "a");
        seal("study-design", 1, 12, "b");
        seal("enrolment", 2, 80, "c");
        seal("dosing-schedule", 1, 7, "d");
        var monitor = Door.of(port, Role.MONITOR);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(anchors(monitor, "of=enrolment")).containsExactly("40 a", "80 c");
            assertThat(anchors(monitor, "of=enrolment&after=40")).containsExactly("80 c");
            assertThat(anchors(monitor, "of=dosing-schedule")).containsExactly("7 d");
        });
        assertThat(anchors(monitor, "of=study-design")).isEmpty();
        var told = STACK.hear("studies", record -> record.key().equals("anchors/dosing-schedule"));
        assertThat(Contracts.problems("SealAnchored.v1", told.getLast().value()))
                .isEmpty();
        assertThat(Door.of(port, Role.INVESTIGATOR)
                        .get("/api/audit/study-design/anchors?of=enrolment")
                        .status())
                .isEqualTo(403);
        assertThat(monitor.get("/api/audit/study-design/anchors").json().toString())
                .contains("PARAMETER_MISSING", "\"of\"");
    }

    private static Stream<String> anchors(Door door, String asked) {
        return door.get("/api/audit/study-design/anchors?" + asked)
                .json()
                .path("anchors")
                .valueStream()
                .map(anchor -> anchor.path("to").asLong() + " "
                        + anchor.path("seal").asString().charAt(0));
    }

    @Test
    void racing_patches_are_versions_without_a_gap() throws Exception {
        operations.json("/api/studies", "race", SMALL.formatted("RACE"));
        var racers = new ArrayList<Thread>();
        for (int n = 0; n < 8; n++) {
            var body = "{'title':'Title " + n + "'}";
            var key = "race-" + n;
            racers.add(Thread.startVirtualThread(() -> operations.post(
                    "/api/studies/RACE", key, "application/merge-patch+json", body.replace('\'', '"'))));
        }
        for (var racer : racers) {
            racer.join();
        }
        assertThat(operations.get("/api/studies/RACE").json().path("version").asInt())
                .isEqualTo(9);
        var versions = new HashSet<Object>();
        for (var commit : database.getCollection("journal").find(Filters.eq("stream", "study/RACE"))) {
            versions.add(commit.get("version"));
        }
        assertThat(versions).hasSize(9);
    }

    private static void seal(String service, long ordinal, long to, String letter) {
        STACK.tell(
                "seals",
                "seals/" + service + "/0",
                ordinal,
                "SealClosed.v1",
                Contracts.example("SealClosed.v1")
                        .replace("\"enrolment\"", "\"" + service + "\"")
                        .replace("512", Long.toString(to))
                        .replaceAll("\"seal\": \"[0-9a-f]{64}\"", "\"seal\": \"" + letter.repeat(64) + "\""));
    }
}
