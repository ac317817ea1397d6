package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestRecipient;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A SUSAR through the real doors, a real broker and the store: the safety office is told over Kafka, nobody else anywhere. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyBreakIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String OFFICER = STACK.token("saf-01", Role.SAFETY_OFFICER, "*");
    private static final String STUDY = "SUSAR1";
    private static final String ANNA = STUDY + "-01-0001";
    private static final String DOOR = "/api/subjects/" + ANNA + "/safety-code-breaks";
    private static final String SUSAR =
            "{'event':'AE-0A1B2C3D','suspected':true,'unexpected':true,'reason':'a report is due in seven days'}";

    private final MongoDatabase database;
    private final Doors doors;

    SafetyBreakIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void the_safety_office_is_told_sealed_and_nobody_else_anything() throws Exception {
        annaIsRandomizedAndHasASeriousEvent();
        Doors.refused(
                doors.post(DOOR, OFFICER, "unjudged", SUSAR.replace("'unexpected':true", "'unexpected':false")),
                422,
                "NOT_A_SUSAR");
        Doors.refused(doors.post(DOOR, OFFICER, "other", SUSAR.replace("0A1B2C3D", "0")), 409, "EVENT_NOT_TOLD");
        Doors.refused(doors.post(DOOR, Doors.INVESTIGATOR, "role", SUSAR), 403, "ROLE_NOT_ALLOWED");
        var yesterday = STACK.token("saf-01", Role.SAFETY_OFFICER, Instant.now().minusSeconds(86_400), "*");
        var stale = doors.post(DOOR, yesterday, "break", SUSAR);
        Doors.refused(stale, 401, "REAUTHENTICATION_NEEDED");
        assertThat(stale.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("max_age=\"300\"");
        var broken = doors.post(DOOR, OFFICER, "break", SUSAR);
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(201);
        assertThat(broken.body()).contains("\"event\":\"AE-0A1B2C3D\"").doesNotContain("CANARY", "arm");
        assertThat(doors.post(DOOR, OFFICER, "break", SUSAR).body()).isEqualTo(broken.body());

        assertThat(opened()).startsWith("CANARY_");
        assertThat(STACK.everythingOn("randomization"))
                .contains("SAFETY_REPORT")
                .doesNotContain("CANARY", "seven days");
        assertThat(STACK.everythingOn("allocation")).doesNotContain("CANARY", "seven days");
        assertThat(stored("journal"))
                .anyMatch(commit -> commit.contains("BrokenForSafety.v1"))
                .anyMatch(commit -> commit.contains("SafetyBreakRefused.v1") && commit.contains("NOT_A_SUSAR"))
                .noneMatch(commit -> commit.contains("CANARY"));
        everybodyElseLooksAround();
    }

    private void everybodyElseLooksAround() throws Exception {
        for (var role : Role.values()) {
            if (!role.isUnblinded()) {
                var token = STACK.token("somebody", role, "*");
                for (var path : List.of(
                        "/api/audit/randomization/commits?limit=500",
                        "/api/studies/" + STUDY + "/sealed-envelopes",
                        "/api/studies/" + STUDY + "/allocation-list",
                        "/api/studies/" + STUDY + "/balance",
                        "/actuator/prometheus")) {
                    HttpResponse<String> answer = doors.get(path, token);
                    assertThat(answer.body()).as(role + " " + path).doesNotContain("CANARY");
                }
            }
        }
    }

    /** As adverse-event does, with its private key. */
    private static String opened() {
        var told = STACK.hear("allocation", record -> TestStack.typeOf(record).equals("SafetyUnblinding.v1"))
                .getLast();
        var data = World.JSON.readTree(told.value());
        var bound = String.join(
                "|", ANNA, data.path("event").asString(), data.path("at").asString());
        return TestRecipient.opening()
                .open(
                        "equipoise.safety-unblinding.v1",
                        bound,
                        data.path("sealed").asString())
                .orElseThrow();
    }

    private void othersTellOfTheStudyAndOfAnna() {
        tell(
                "studies",
                "study/" + STUDY,
                1,
                "StudyDefined.v1",
                World.definition(List.of("CANARY_EXO", "CANARY_NACL"), "[]").replace(World.STUDY, STUDY));
        tell(
                "studies",
                "study/" + STUDY,
                2,
                "StudyActivated.v1",
                "{'study':'SUSAR1','version':1,'activatedOn':'2025-02-03'}");
        tell(
                "studies",
                "study/" + STUDY,
                3,
                "StudyStatusChanged.v1",
                "{'study':'SUSAR1','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}");
        tell("studies", "study/" + STUDY, 4, "SiteOpened.v1", "{'study':'SUSAR1','site':'01','zone':'Europe/Berlin'}");
        tell("enrolment", "subject/" + ANNA, 1, "SubjectEnrolled.v1", """
            {'subject':'SUSAR1-01-0001','study':'SUSAR1','site':'01','enrolledOn':'2025-03-10','ordinal':1,'strata':{}}\
            """);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("people").countDocuments(new Document("_id", ANNA)) == 1
                        && database.getCollection("studies")
                                        .countDocuments(new Document("_id", STUDY).append("heard", 4L))
                                == 1);
    }

    private void annaIsRandomizedAndHasASeriousEvent() throws Exception {
        othersTellOfTheStudyAndOfAnna();
        doors.post(
                "/api/studies/" + STUDY + "/allocation-list",
                Doors.STATISTICIAN,
                "susar-draw",
                "{'seed':'5eed5eed5eed5eed','blockSizes':[2],'slotsPerStratum':20}");
        doors.post(
                "/api/subjects/" + ANNA + "/randomization",
                Doors.INVESTIGATOR,
                "susar-randomize",
                "{'randomizedOn':'2025-03-11'}");
        STACK.tell("adverse-events", "adverse-event/AE-0A1B2C3D", 1, "AdverseEventReported.v1", """
            {"event":"AE-0A1B2C3D","subject":"%s","study":"%s","site":"01","serious":true,"onset":"2025-03-12"}\
            """.formatted(
                        ANNA, STUDY));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("reported_events").countDocuments() > 0);
    }

    private static void tell(String topic, String stream, long version, String type, String json) {
        STACK.tell(topic, stream, version, type, json.replace('\'', '"'));
    }

    private List<String> stored(String collection) {
        return database.getCollection(collection).find().map(Document::toJson).into(new ArrayList<>());
    }
}
