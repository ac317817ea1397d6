package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests as edc-core's rtsm-core sends them: a token that begins with edcrtsm_, an arm, and no key but its own number. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssignmentDoorIT {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final String TOKEN = "edcrtsm_a-token-for-tests-and-long-enough";
    private static final String DOOR = "/api/studies/" + World.STUDY + "/rtsm/assignments";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoDatabase database;
    private final Doors doors;
    private final int port;

    AssignmentDoorIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.doors = new Doors(port);
    }

    @DynamicPropertySource
    static void an_rtsm_decides_for_one_study(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add("spring.mongodb.uri", STORE::uri);
        registry.add("equipoise.randomization.assigners[0].name", () -> "rtsm-core");
        registry.add("equipoise.randomization.assigners[0].study", () -> World.STUDY);
        registry.add("equipoise.randomization.assigners[0].token", () -> TOKEN);
    }

    @Test
    void an_rtsm_tells_who_gets_what_and_is_answered_without_an_arm() throws Exception {
        new Hearsay(database).ofAStudy("[]", 4, "{}");
        Doors.refused(post(TOKEN, assignment("01-0001", "CANARY_EXO", "N-1")), 422, "NOT_ASSIGNED_ELSEWHERE");
        var declared = doors.post(
                "/api/studies/" + World.STUDY + "/allocation-scheme",
                Doors.STATISTICIAN,
                "declare",
                "{'design':'ASSIGNED_ELSEWHERE'}");
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(201);

        theSameIsTakenOnce();
        anythingElseIsRefused();
        theArmIsKnownToTheUnblindedOnly();
        nobodyElseGetsIn();
    }

    private void theSameIsTakenOnce() throws Exception {
        var first = post(TOKEN, assignment("01-0001", "CANARY_EXO", "N-1"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).isEqualTo("{\"subjectKey\":\"01-0001\"}");
        for (var again : List.of(
                assignment("01-0001", "CANARY_EXO", "N-1"),
                assignment(Doors.subject(1), "CANARY_EXO", "N-1"),
                assignment("01-0001", "CANARY_EXO", "N-1").replace("}", ",'source':'sent again'}"))) {
            var answer = post(TOKEN, again);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        var other = post(TOKEN, assignment("01-0002", "CANARY_NACL", "N-2"));
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.body()).as("whatever the arm").isEqualTo(first.body().replace("0001", "0002"));
    }

    private void anythingElseIsRefused() throws Exception {
        Doors.refused(post(TOKEN, assignment("01-0001", "CANARY_NACL", "N-3")), 409, "ASSIGNED_OTHERWISE");
        Doors.refused(post(TOKEN, assignment("01-0001", "CANARY_EXO", "N-3")), 409, "ASSIGNED_OTHERWISE");
        Doors.refused(post(TOKEN, assignment("01-0001", "CANARY_NACL", "N-1")), 409, "RANDOMIZATION_ID_TAKEN");
        Doors.refused(post(TOKEN, assignment("01-0003", "CANARY_EXO", "N-1")), 409, "RANDOMIZATION_ID_TAKEN");
        Doors.refused(post(TOKEN, assignment("01-0003", "CANARY_NONE", "N-3")), 422, "ARM_UNKNOWN");
        Doors.refused(post(TOKEN, assignment("01-0009", "CANARY_EXO", "N-3")), 422, "NOT_ENROLLED");
        Doors.refused(post(TOKEN, assignment("02-0001", "CANARY_EXO", "N-3")), 422, "SITE_NOT_OPEN");
        Doors.refused(post(TOKEN, assignment("anna", "CANARY_EXO", "N-3")), 422, "SUBJECT_KEY_UNKNOWN");
        Doors.refused(post(TOKEN, assignment("NCT99999999-01-0001", "CANARY_EXO", "N-3")), 422, "SUBJECT_KEY_UNKNOWN");
        Doors.refused(post(TOKEN, "{'subjectKey':'01-0003','arm':'CANARY_EXO'}"), 400, "/randomizationId");
        Doors.refused(
                doors.post(
                        "/api/subjects/" + Doors.subject(3) + "/randomization",
                        Doors.INVESTIGATOR,
                        "by-hand",
                        "{'randomizedOn':'2025-03-11'}"),
                409,
                "ASSIGNED_ELSEWHERE");
    }

    private void theArmIsKnownToTheUnblindedOnly() throws Exception {
        var scheme = doors.get("/api/studies/" + World.STUDY + "/allocation-scheme", Doors.STATISTICIAN);
        assertThat(scheme.body()).contains("assigned elsewhere").contains("\"arm\":\"CANARY_NACL\"");
        var stored = new ArrayList<String>();
        for (var name : database.listCollectionNames()) {
            database.getCollection(name).find().map(Document::toJson).into(stored);
        }
        assertThat(stored)
                .anyMatch(document -> document.contains("AssignmentTaken.v1"))
                .noneMatch(document -> document.contains("CANARY") && !name(document))
                .as("the RTSM's own numbers may tell arms")
                .noneMatch(document -> document.contains("N-1"));
    }

    /** The definition names its arms, to everybody. */
    private static boolean name(String document) {
        return document.contains("\"shares\"") && !document.contains("\"facts\"");
    }

    private void nobodyElseGetsIn() throws Exception {
        var body = assignment("01-0004", "CANARY_EXO", "N-4");
        Doors.refused(post("edcrtsm_another-token-that-nobody-gave", body), 401, "SECRET_UNKNOWN");
        Doors.refused(send(DOOR.replace(World.STUDY, "NCT99999999"), "Bearer " + TOKEN, body), 401, "SECRET_UNKNOWN");
        Doors.refused(
                send("/api/studies/" + World.STUDY + "/allocation-scheme", "Bearer " + TOKEN, body),
                401,
                "SECRET_UNKNOWN");
        for (var role : List.of(Role.INVESTIGATOR, Role.SITE_COORDINATOR, Role.OPERATIONS, Role.PHARMACIST)) {
            var person = Doors.STACK.token("somebody", role, "*");
            assertThat(send(DOOR, person, body).statusCode()).as(role.claim()).isEqualTo(403);
        }
        assertThat(post(TOKEN, body).statusCode()).isEqualTo(201);
    }

    private static String assignment(String subject, String arm, String number) {
        return "{'subjectKey':'%s','arm':'%s','randomizationId':'%s'}".formatted(subject, arm, number);
    }

    private HttpResponse<String> post(String token, String body) throws IOException, InterruptedException {
        return send(DOOR, "Bearer " + token, body);
    }

    private HttpResponse<String> send(String path, String authorization, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
