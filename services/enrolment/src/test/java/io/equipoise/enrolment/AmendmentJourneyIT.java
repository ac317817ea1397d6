package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestDoors.COORDINATOR;
import static io.equipoise.enrolment.TestDoors.OTHER_SITE;
import static io.equipoise.enrolment.TestDoors.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.relay.Envelope;
import io.equipoise.platform.web.StrictJson;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A study changes while people are in it: its status, its consent, its version; and people come again. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentJourneyIT implements OnTheStack {
    private static final String SCREEN = "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}";
    private static final String CONSENT = "{\"version\":\"1.0\",\"givenOn\":\"2025-03-03\"}";

    private final TestDoors doors;

    AmendmentJourneyIT(@LocalServerPort int port) {
        this.doors = new TestDoors(new TestClient(port), COORDINATOR);
    }

    static Answer until(Supplier<Answer> asked, Predicate<Answer> expected) {
        return await().atMost(Duration.ofSeconds(60)).until(asked::get, expected);
    }

    String screened(String study) {
        return until(() -> doors.post("/api/studies/" + study + "/subjects", SCREEN), answer -> answer.status() == 201)
                .text("subject");
    }

    String enrolled(String study) {
        var path = "/api/subjects/" + screened(study);
        doors.post(path + "/consents", CONSENT);
        doors.post(path + "/screening-facts", facts("4.5"));
        assertThat(doors.post(path + "/enrolment", "{\"enrolledOn\":\"2025-03-10\"}")
                        .status())
                .isEqualTo(201);
        return path;
    }

    static void status(String study, int version, String status) {
        TestDoors.studies(study, version, "StudyStatusChanged.v1", """
            {"study":"%s","status":"%s","asOf":"2025-04-01","reason":"supply"}\
            """.formatted(study, status));
    }

    @Test
    @Acceptance("ST")
    void BIO_suspended_refuses_a_newcomer_through_the_topic_while_those_inside_are_still_recorded() {
        TestDoors.tellOfTheStudy("SUSPENDED1", 20);
        var anna = enrolled("SUSPENDED1");
        status("SUSPENDED1", 4, "SUSPENDED");
        var refused =
                until(() -> doors.post("/api/studies/SUSPENDED1/subjects", SCREEN), answer -> answer.status() == 409);
        assertThat(refused.code()).isEqualTo("STUDY_NOT_RECRUITING");
        assertThat(refused.text("detail")).contains("SUSPENDED as of 2025-04-01 (supply)");
        assertThat(doors.post(anna + "/withdrawal", "{\"on\":\"2025-04-02\",\"scope\":\"TREATMENT\",\"reason\":\"r\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Acceptance("EL-17")
    void of_2442_nobody_is_screened_without_an_invitation_and_on_one_only_once() {
        TestDoors.tellOfTheStudy("INVITED1", 20);
        screened("INVITED1");
        status("INVITED1", 4, "ENROLLING_BY_INVITATION");
        var path = "/api/studies/INVITED1/subjects";
        assertThat(until(() -> doors.post(path, SCREEN), answer -> answer.status() == 409)
                        .code())
                .isEqualTo("INVITATION_MISSING");
        var letter = SCREEN.replace("}", ",\"invitation\":\"LETTER-7\"}");
        assertThat(doors.post(path, letter).code()).isEqualTo("INVITATION_UNKNOWN");
        var invited = "{\"invitation\":\"LETTER-7\",\"site\":\"01\",\"invitedOn\":\"2025-03-01\"}";
        var invitations = "/api/studies/INVITED1/invitations";
        assertThat(doors.as(OTHER_SITE).post(invitations, invited).code()).isEqualTo("OTHER_SITE");
        assertThat(doors.post(invitations, invited.replace("LETTER-7", "Anna")).code())
                .isEqualTo("INVITATION_MALFORMED");
        assertThat(doors.post(invitations, invited).status()).isEqualTo(201);
        assertThat(doors.post(path, letter).text("subject")).isEqualTo("INVITED1-01-0002");
        assertThat(doors.post(path, letter).code()).isEqualTo("INVITATION_USED");
    }

    @Test
    void a_person_whose_screening_failed_comes_again_and_the_failures_are_counted() {
        TestDoors.tellOfTheStudy("AGAIN1", 20);
        var anna = screened("AGAIN1");
        doors.post("/api/subjects/" + anna + "/screening-facts", facts("2.5"));
        doors.post("/api/subjects/" + anna + "/screen-failure", "{\"on\":\"2025-03-05\",\"reason\":\"low\"}");
        var again = doors.post(
                "/api/studies/AGAIN1/subjects",
                "{\"site\":\"01\",\"screenedOn\":\"2025-06-03\",\"rescreenOf\":\"" + anna + "\"}");
        assertThat(again.status()).isEqualTo(201);
        var shown = doors.get("/api/subjects/" + again.text("subject"));
        assertThat(shown.text("rescreenOf")).isEqualTo(anna);
        assertThat(shown.body().path("attempt").asInt()).isEqualTo(2);
        assertThat(doors.get("/api/subjects/" + anna).text("rescreenedAs")).isEqualTo(again.text("subject"));
        var tally = until(
                        () -> doors.get("/api/studies/AGAIN1/screen-failures"),
                        answer -> answer.body().path("failures").asInt() == 1)
                .body()
                .path("rules")
                .get(0);
        assertThat(tally.path("rule").asString()).isEqualTo("EDSS");
        assertThat(tally.path("definitionVersion").asInt()).isEqualTo(2);
        assertThat(tally.path("sites").get(0).path("site").asString()).isEqualTo("01");
        assertThat(doors.as(OTHER_SITE)
                        .get("/api/studies/AGAIN1/screen-failures")
                        .body()
                        .path("failures")
                        .asInt())
                .isZero();
    }

    private static void everyEventNamesStudyVersionPersonAndCorrelation() {
        var told = TestDoors.STACK
                .hear(
                        "enrolment",
                        record -> record.key().contains("AMENDED1")
                                && TestStack.typeOf(record).equals("SubjectMovedToVersion.v1"))
                .stream()
                .filter(record -> record.key().contains("AMENDED1"))
                .map(AmendmentJourneyIT::envelope)
                .filter(envelope -> !envelope.type().equals("Withheld.v1"))
                .toList();
        assertThat(told)
                .extracting(Envelope::type, Envelope::protocol)
                .startsWith(tuple("SubjectRegistered.v1", 2))
                .contains(tuple("SubjectEnrolled.v1", 2))
                .endsWith(tuple("SubjectMovedToVersion.v1", 3));
        assertThat(told).allSatisfy(envelope -> {
            assertThat(envelope.stream()).isEqualTo("subject/AMENDED1-01-0001");
            assertThat(envelope.correlation()).isNotBlank();
        });
    }

    private static Envelope envelope(ConsumerRecord<String, String> record) {
        var data = StrictJson.mapper().readTree(record.value());
        var envelope = Envelope.of(record.headers());
        if (!envelope.type().equals("Withheld.v1")) {
            assertThat(data.path("study").asString()).isEqualTo("AMENDED1");
            assertThat(data.path("subject").asString()).isEqualTo("AMENDED1-01-0001");
        }
        return envelope;
    }

    @Test
    @Acceptance("IN-8")
    void an_amendment_asks_people_to_agree_again_and_then_they_move() {
        TestDoors.tellOfTheStudy("AMENDED1", 20);
        var anna = enrolled("AMENDED1");
        var definition = TestDoors.definition("assumed")
                .replace("NCT07146087", "AMENDED1")
                .replaceAll(
                        "(?s)(\"versions\"\\s*:\\s*\\{.*?\"value\"\\s*:\\s*\\[)",
                        "$1{\"version\":\"2.0\",\"from\":\"2025-06-01\"},");
        TestDoors.studies("AMENDED1", 4, "StudyDefined.v1", """
            {"study":"AMENDED1","version":3,"title":"t","definition":%s,"assumptions":[],"gaps":[]}\
            """.formatted(definition));
        TestDoors.studies("AMENDED1", 5, "StudyActivated.v1", """
            {"study":"AMENDED1","version":3,"activatedOn":"2025-06-01"}\
            """);
        var asked = until(
                        () -> doors.get("/api/studies/AMENDED1/reconsents?on=2025-06-02"),
                        answer -> answer.body().path("subjects").size() == 1)
                .body()
                .path("subjects")
                .get(0);
        assertThat(asked.path("has").asString()).isEqualTo("1.0");
        assertThat(asked.path("needs").asString()).isEqualTo("2.0");
        var move = "{\"version\":3,\"on\":\"2025-06-10\",\"reason\":\"amendment 1\"}";
        assertThat(doors.post(anna + "/protocol-version", move).code()).isEqualTo("RECONSENT_MISSING");
        assertThat(doors.post(anna + "/consents", "{\"version\":\"2.0\",\"givenOn\":\"2025-06-05\"}")
                        .status())
                .isEqualTo(201);
        assertThat(doors.post(anna + "/protocol-version", move).status()).isEqualTo(201);
        assertThat(doors.get(anna).body().path("definitionVersion").asInt()).isEqualTo(3);
        assertThat(doors.get("/api/studies/AMENDED1/reconsents?on=2025-06-10")
                        .body()
                        .path("subjects")
                        .size())
                .isZero();
        everyEventNamesStudyVersionPersonAndCorrelation();
        assertThat(doors.get("/api/studies/NOWHERE/reconsents?on=2025-06-10").code())
                .isEqualTo("STUDY_UNKNOWN");
    }
}
