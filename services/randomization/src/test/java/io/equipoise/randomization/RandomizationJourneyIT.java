package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A trial through the real doors, a real broker and the store: list, randomization, kits, code break, and no arm outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class RandomizationJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String SEED = "5eed5eed5eed5eed5eed5eed5eed5eed";
    private static final String LIST = "/api/studies/" + World.STUDY + "/allocation-list";
    private static final String KITS = "/api/studies/" + World.STUDY + "/kits";

    private final MongoDatabase database;
    private final Doors doors;

    RandomizationJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void a_trial_is_randomized_dosed_and_one_code_broken_and_nobody_else_learns_an_arm(CapturedOutput log)
            throws Exception {
        doors.othersTellOfTheStudyAndTwentyPeople(database);
        var drawn = doors.post(
                LIST,
                Doors.STATISTICIAN,
                "draw",
                "{'seed':'%s','blockSizes':[2,4],'slotsPerStratum':20}".formatted(SEED));
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        Doors.refused(
                doors.post(
                        LIST,
                        Doors.STATISTICIAN,
                        "again",
                        "{'seed':'%s','blockSizes':[2],'slotsPerStratum':20}".formatted(SEED)),
                409,
                "LIST_ALREADY_DRAWN");
        for (int n = 1; n <= 20; n++) {
            var answer = randomize(n, "randomize-" + n);
            assertThat(answer.body())
                    .isEqualTo("{\"subject\":\"%s\",\"ordinal\":%d,\"randomizedOn\":\"2025-03-11\"}"
                            .formatted(Doors.subject(n), n));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        assertThat(randomize(7, "randomize-7").statusCode()).isEqualTo(200);
        var again = randomize(7, "randomize-7-otherwise");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(randomize(7, "randomize-7").body());
        Doors.refused(
                doors.post(
                        "/api/subjects/" + Doors.subject(7) + "/randomization",
                        Doors.INVESTIGATOR,
                        "another-day",
                        "{'randomizedOn':'2025-03-12'}"),
                409,
                "ALREADY_RANDOMIZED");
        theListIsFullAndTenAreInEachArm();
        kitsAreReceivedAndHandedOut();
        aCodeIsBroken();
        nothingTellsAnArm(log);
    }

    private void theListIsFullAndTenAreInEachArm() throws Exception {
        var places = World.JSON
                .readTree(doors.get(LIST, Doors.BOARD).body())
                .path("strata")
                .get(0)
                .path("places");
        assertThat(places.valueStream().map(place -> place.path("subject").stringValue()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Doors::subject).toList());
        assertThat(places.valueStream()
                        .map(place -> place.path("arm").stringValue())
                        .collect(Collectors.groupingBy(arm -> arm, Collectors.counting())))
                .isEqualTo(Map.of("CANARY_EXO", 10L, "CANARY_NACL", 10L));
        assertThat(doors.get(LIST, Doors.STATISTICIAN).body())
                .doesNotContain(SEED)
                .contains("seedSha256");
    }

    private void kitsAreReceivedAndHandedOut() throws Exception {
        var numbers =
                World.JSON.readTree(doors.get("/api/studies/" + World.STUDY + "/kit-numbers?count=40", Doors.PHARMACIST)
                        .body());
        var kits = IntStream.range(0, 40)
                .mapToObj(n -> "{'kit':'%s','type':'%s'}"
                        .formatted(
                                numbers.path("kits").get(n).stringValue(), n % 2 == 0 ? "CANARY_EXO" : "CANARY_NACL"))
                .collect(Collectors.joining(","));
        var received = doors.post(
                KITS,
                Doors.PHARMACIST,
                "kits",
                "{'site':'01','lot':'CANARY-LOT','packagingLot':'P-0001','kits':[%s],'expiresOn':'2027-03-31'}"
                        .formatted(kits));
        assertThat(received.body())
                .isEqualTo("{\"study\":\"%s\",\"site\":\"01\",\"packagingLot\":\"P-0001\",\"kits\":40}"
                        .formatted(World.STUDY));
        var dispensed = dispense(1, 1, "dispense-1");
        assertThat(World.JSON.readTree(dispensed.body()).propertyNames())
                .containsExactly("subject", "kit", "packagingLot", "dose");
        assertThat(dispense(1, 1, "dispense-1").body()).isEqualTo(dispensed.body());
        Doors.refused(dispense(1, 1, "dispense-1-otherwise"), 409, "DOSE_ALREADY_DISPENSED");
        var kit = World.JSON.readTree(dispensed.body()).path("kit").stringValue();
        var shelf = World.JSON.readTree(doors.get(KITS, Doors.PHARMACIST).body());
        var shown = shelf.valueStream()
                .filter(k -> k.path("kit").stringValue().equals(kit))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("state").stringValue()).isEqualTo("DISPENSED");
        assertThat(shown.path("type").stringValue()).isEqualTo(armOf(1));
        var back = doors.post(
                "/api/subjects/" + Doors.subject(1) + "/kit-returns",
                Doors.PHARMACIST,
                "return",
                "{'kit':'%s','returnedAt':'2025-03-11T12:00:00Z','reason':'vial of CANARY_EXO broken'}".formatted(kit));
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(back.body()).doesNotContain("CANARY");
    }

    private void aCodeIsBroken() throws Exception {
        var door = "/api/subjects/" + Doors.subject(2) + "/code-breaks";
        var need = "{'category':'MEDICAL_EMERGENCY','reason':'seizure after the infusion','at':'2025-06-02T21:14:00Z'}";
        var investigator = STACK.token("inv-01", Role.INVESTIGATOR, "01");
        var broken = doors.post(door, investigator, "break", need);
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(201);
        assertThat(broken.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(broken.body())
                .isEqualTo("{\"subject\":\"%1$s\",\"arm\":\"%2$s\",\"title\":\"%2$s in full\"}"
                        .formatted(Doors.subject(2), armOf(2)));
        var again = doors.post(door, investigator, "break", need);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(broken.body());
        Doors.refused(
                doors.post(door, STACK.token("inv-02", Role.INVESTIGATOR, "02"), "break", need), 403, "OTHER_SITE");
        Doors.refused(
                doors.post(door, investigator, "short", need.replace("seizure after the infusion", "urgent")),
                422,
                "REASON_TOO_SHORT");
        for (var role : Role.values()) {
            if (role != Role.INVESTIGATOR) {
                Doors.refused(doors.post(door, STACK.token("x", role, "*"), "x", need), 403, "ROLE_NOT_ALLOWED");
            }
        }
        STACK.hear("randomization", told -> TestStack.typeOf(told).equals("CodeBroken.v1"));
        var facts =
                database.getCollection("journal").find().into(new ArrayList<>()).toString();
        assertThat(facts).contains("CodeBreakRefused.v1").contains("OTHER_SITE");
    }

    private void nothingTellsAnArm(CapturedOutput log) throws Exception {
        for (var role :
                List.of(Role.ADMINISTRATOR, Role.INVESTIGATOR, Role.SITE_COORDINATOR, Role.OPERATIONS, Role.MONITOR)) {
            Doors.refused(doors.get(LIST, STACK.token("x", role, "*")), 403, "ROLE_NOT_ALLOWED");
            Doors.refused(doors.get(KITS, STACK.token("x", role, "*")), 403, "ROLE_NOT_ALLOWED");
        }
        STACK.hear(
                "allocation",
                told -> TestStack.typeOf(told).equals("ArmAllocated.v1")
                        && told.value().contains(Doors.subject(20)));
        assertThat(STACK.everythingOn("randomization"))
                .contains("SubjectRandomized")
                .doesNotContain("CANARY", SEED, "seizure");
        assertThat(STACK.everythingOn("allocation")).contains("ArmAllocated").doesNotContain("CANARY", SEED, "seizure");
        assertThat(doors.get("/actuator/prometheus", Doors.INVESTIGATOR).body())
                .contains("http_server_requests")
                .doesNotContain("CANARY");
        assertThat(log.getAll()).doesNotContain("CANARY", SEED);
        for (var collection : database.listCollectionNames()) {
            if (!collection.equals("studies")) {
                var raw = new StringBuilder();
                database.getCollection(collection).find().forEach(document -> raw.append(document.toJson()));
                assertThat(raw.toString()).as(collection).doesNotContain("CANARY", SEED, "seizure");
            }
        }
    }

    private String armOf(int n) throws Exception {
        return World.JSON
                .readTree(doors.get(LIST, Doors.STATISTICIAN).body())
                .path("strata")
                .get(0)
                .path("places")
                .valueStream()
                .filter(place -> Doors.subject(n).equals(place.path("subject").stringValue()))
                .map((JsonNode place) -> place.path("arm").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> randomize(int n, String key) throws Exception {
        return doors.post(
                "/api/subjects/" + Doors.subject(n) + "/randomization",
                Doors.INVESTIGATOR,
                key,
                "{'randomizedOn':'2025-03-11'}");
    }

    private HttpResponse<String> dispense(int n, int dose, String key) throws Exception {
        return doors.post(
                "/api/subjects/" + Doors.subject(n) + "/dispensations",
                Doors.PHARMACIST,
                key,
                "{'dose':%d,'dispensedAt':'2025-03-11T08:30:00Z'}".formatted(dose));
    }
}
