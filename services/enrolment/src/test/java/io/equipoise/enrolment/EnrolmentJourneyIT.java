package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestDoors.COORDINATOR;
import static io.equipoise.enrolment.TestDoors.OTHER_SITE;
import static io.equipoise.enrolment.TestDoors.PHARMACIST;
import static io.equipoise.enrolment.TestDoors.STACK;
import static io.equipoise.enrolment.TestDoors.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentJourneyIT implements OnTheStack {
    private static final String CONSENT = "{\"version\":\"1.0\",\"givenOn\":\"2025-03-03\"}";
    private static final String ENROL = "{\"enrolledOn\":\"2025-03-10\"}";

    private final TestDoors doors;
    private final MongoDatabase database;

    EnrolmentJourneyIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.doors = new TestDoors(new TestClient(port), COORDINATOR);
        this.database = database;
    }

    String registered(String study) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> doors.post(
                                "/api/studies/" + study + "/subjects",
                                "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}"),
                        answer -> answer.status() == 201)
                .text("subject");
    }

    String eligible(String study) {
        var subject = registered(study);
        assertThat(doors.post("/api/subjects/" + subject + "/consents", CONSENT).status())
                .isEqualTo(201);
        assertThat(doors.post("/api/subjects/" + subject + "/screening-facts", facts("4.5"))
                        .status())
                .isEqualTo(201);
        return subject;
    }

    static List<String> toldOf(String subject, String last) {
        return STACK
                .hear(
                        "enrolment",
                        record -> record.key().equals("subject/" + subject)
                                && TestStack.typeOf(record).equals(last))
                .stream()
                .filter(record -> record.key().equals("subject/" + subject))
                .map(TestStack::typeOf)
                .toList();
    }

    @Test
    void a_person_is_screened_enrolled_and_takes_the_consent_back() {
        TestDoors.tellOfTheStudy("JOURNEY1", 20);
        var anna = eligible("JOURNEY1");
        assertThat(anna).isEqualTo("JOURNEY1-01-0001");
        var path = "/api/subjects/" + anna;
        everyCriterionIsMet(path);
        var first = doors.post(path + "/enrolment", "key-1", ENROL.getBytes(StandardCharsets.UTF_8));
        var repeat = doors.post(path + "/enrolment", "key-1", ENROL.getBytes(StandardCharsets.UTF_8));
        assertThat(first.status()).isEqualTo(201);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(first.body().path("ordinal").asInt()).isEqualTo(1);
        assertThat(doors.post(path + "/consents/withdrawal", "{\"withdrawnOn\":\"2025-09-01\",\"reason\":\"moved\"}")
                        .text("stage"))
                .isEqualTo("WITHDRAWN");
        assertThat(toldOf(anna, "SubjectWithdrawn.v1"))
                .containsExactly(
                        "SubjectRegistered.v1",
                        "ConsentGiven.v1",
                        "Withheld.v1",
                        "SubjectEnrolled.v1",
                        "ConsentWithdrawn.v1",
                        "SubjectWithdrawn.v1");
        assertThat(doors.get(path).text("stage")).isEqualTo("WITHDRAWN");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(doors.get("/api/studies/JOURNEY1/subjects")
                                .body()
                                .path("subjects")
                                .get(0)
                                .path("stage")
                                .asString())
                        .isEqualTo("WITHDRAWN"));
    }

    void everyCriterionIsMet(String path) {
        var eligibility = doors.get(path + "/eligibility").body();
        assertThat(eligibility.path("eligible").asBoolean()).isTrue();
        assertThat(eligibility.path("criteria").size()).isEqualTo(11);
        assertThat(eligibility
                        .path("criteria")
                        .get(2)
                        .path("facts")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("4.5");
    }

    @Test
    void the_cap_of_the_site_holds_and_a_suspended_study_enrols_nobody() {
        TestDoors.tellOfTheStudy("CAPPED", 1);
        var anna = eligible("CAPPED");
        var boris = eligible("CAPPED");
        assertThat(boris).isEqualTo("CAPPED-01-0002");
        assertThat(doors.post("/api/subjects/" + anna + "/enrolment", ENROL).status())
                .isEqualTo(201);
        assertThat(doors.post("/api/subjects/" + boris + "/enrolment", ENROL).code())
                .isEqualTo("ENROLMENT_CAP_REACHED");
        TestDoors.studies("CAPPED", 4, "StudyStatusChanged.v1", """
            {"study":"CAPPED","status":"SUSPENDED","asOf":"2025-04-01","reason":"supply"}\
            """);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> doors.post("/api/subjects/" + boris + "/enrolment", ENROL)
                        .code()
                        .equals("STUDY_NOT_RECRUITING"));
    }

    @Test
    void a_record_system_told_twice_is_heard_once_and_what_it_says_stays_private() {
        TestDoors.tellOfTheStudy("EHR", 20);
        var anna = registered("EHR");
        for (int version = 1; version <= 2; version++) {
            STACK.tell("ehr", "ehr-link/" + anna, version, "EhrFactsReceived.v1", """
                {"subject":"%s","study":"EHR","site":"01","mapping":"fhir-r4/1",
                 "facts":[{"fact":"edss","value":"5.5","observedOn":"2025-03-03","source":"Observation/canary-1"},
                          {"fact":"edss","value":"11","observedOn":"2025-03-04","source":"Observation/canary-2"}],
                 "consent":{"version":"1.0","givenOn":"2025-03-03"}}\
                """.formatted(anna));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var shown = doors.get("/api/subjects/" + anna).body();
            assertThat(shown.path("facts").size()).isEqualTo(1);
            assertThat(shown.path("consents").size()).isEqualTo(1);
            assertThat(shown.path("setAside").get(0).path("code").asString()).isEqualTo("VALUE_IMPOSSIBLE");
        });
        assertThat(toldOf(anna, "ConsentGiven.v1")).containsExactly("SubjectRegistered.v1", "ConsentGiven.v1");
        assertThat(STACK.everythingOn("enrolment")).doesNotContain("canary").doesNotContain("\"5.5\"");
        for (var commit : database.getCollection("journal").find()) {
            assertThat(commit.toJson()).doesNotContain("Observation/canary");
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/broken-input.csv", delimiter = '|', quoteCharacter = '\'')
    void broken_input_is_refused_by_the_name_of_its_field(String door, String body, int status, String field) {
        TestDoors.tellOfTheStudy("BROKEN", 20);
        var anna = registered("BROKEN");
        var before = commits(anna);
        var answer = doors.post("/api/subjects/" + anna + "/" + door, body);
        assertThat(answer.status()).describedAs(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().path("pointers").toString()).contains(field);
        assertThat(commits(anna)).isEqualTo(before);
    }

    long commits(String subject) {
        return database.getCollection("journal").countDocuments(new Document("stream", "subject/" + subject));
    }

    @Test
    void what_is_no_text_too_long_or_not_json_is_refused() {
        TestDoors.tellOfTheStudy("BROKEN", 20);
        var path = "/api/subjects/" + registered("BROKEN") + "/consents";
        var bytes = CONSENT.getBytes(StandardCharsets.UTF_8);
        bytes[13] = (byte) 0xff;
        assertThat(doors.post(path, "k1", bytes).status()).isEqualTo(400);
        assertThat(doors.post(path, "{\"version\":").status()).isEqualTo(400);
        assertThat(doors.post(path, CONSENT.replace("1.0", "9".repeat(2_000))).status())
                .isEqualTo(422);
        assertThat(doors.post(path, "k2", new byte[10_000_000]).status()).isEqualTo(413);
    }

    @Test
    void people_of_another_site_and_roles_without_the_door_see_nothing() {
        TestDoors.tellOfTheStudy("WALLS", 20);
        var anna = registered("WALLS");
        var path = "/api/subjects/" + anna;
        var other = doors.as(OTHER_SITE);
        for (var door : List.of("", "/eligibility")) {
            assertThat(other.get(path + door).code()).isEqualTo("OTHER_SITE");
            assertThat(doors.as(PHARMACIST).get(path + door).code()).isEqualTo("ROLE_NOT_ALLOWED");
        }
        assertThat(other.post(path + "/consents", CONSENT).code()).isEqualTo("OTHER_SITE");
        assertThat(other.post(path + "/enrolment", ENROL).code()).isEqualTo("OTHER_SITE");
        assertThat(other.post("/api/studies/WALLS/subjects", "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}")
                        .code())
                .isEqualTo("OTHER_SITE");
        assertThat(other.get("/api/studies/WALLS/subjects")
                        .body()
                        .path("subjects")
                        .size())
                .isZero();
        assertThat(doors.get("/api/subjects/WALLS-01-9999").status()).isEqualTo(404);
        assertThat(doors.get("/api/subjects/nobody").status()).isEqualTo(404);
        assertThat(doors.post("/api/studies/NOWHERE/subjects", "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}")
                        .code())
                .isEqualTo("STUDY_UNKNOWN");
    }
}
