package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A trial through the real doors, a real broker and the store: list, randomization, kits, code break, and no arm outside. */
@SpringBootTest(classes = RandomizationService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class RandomizationJourneyIT {
    private static final TestStack STACK = TestStack.shared();
    private static final String INVESTIGATOR = STACK.token("inv-01", Role.INVESTIGATOR, "01");
    private static final String PHARMACIST = STACK.token("pha-01", Role.PHARMACIST, "01");
    private static final String STATISTICIAN = STACK.token("sta-01", Role.STATISTICIAN, "*");
    private static final String BOARD = STACK.token("dsb-01", Role.DATA_SAFETY_BOARD, "*");
    private static final String SEED = "5eed5eed5eed5eed5eed5eed5eed5eed";
    private static final String LIST = "/api/studies/" + World.STUDY + "/allocation-list";
    private static final String KITS = "/api/studies/" + World.STUDY + "/kits";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoDatabase database;
    private final int port;

    RandomizationJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
    }

    @Test
    void a_trial_is_randomized_dosed_and_one_code_broken_and_nobody_else_learns_an_arm(CapturedOutput log)
            throws Exception {
        othersTellOfTheStudyAndTwentyPeople();
        var drawn = post(
                LIST, STATISTICIAN, "draw", "{'seed':'%s','blockSizes':[2,4],'slotsPerStratum':20}".formatted(SEED));
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(201);
        refused(
                post(
                        LIST,
                        STATISTICIAN,
                        "again",
                        "{'seed':'%s','blockSizes':[2],'slotsPerStratum':20}".formatted(SEED)),
                409,
                "LIST_ALREADY_DRAWN");
        for (int n = 1; n <= 20; n++) {
            var answer = randomize(n, "randomize-" + n);
            assertThat(answer.body())
                    .isEqualTo("{\"subject\":\"%s\",\"ordinal\":%d,\"randomizedOn\":\"2025-03-11\"}"
                            .formatted(subject(n), n));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        assertThat(randomize(7, "randomize-7").statusCode()).isEqualTo(200);
        refused(randomize(7, "randomize-7-otherwise"), 409, "ALREADY_RANDOMIZED");
        theListIsFullAndTenAreInEachArm();
        kitsAreReceivedAndHandedOut();
        aCodeIsBroken();
        nothingTellsAnArm(log);
    }

    private void theListIsFullAndTenAreInEachArm() throws Exception {
        var places = World.JSON
                .readTree(get(LIST, BOARD).body())
                .path("strata")
                .get(0)
                .path("places");
        assertThat(places.valueStream().map(place -> place.path("subject").stringValue()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(RandomizationJourneyIT::subject)
                        .toList());
        assertThat(places.valueStream()
                        .map(place -> place.path("arm").stringValue())
                        .collect(Collectors.groupingBy(arm -> arm, Collectors.counting())))
                .isEqualTo(Map.of("CANARY_EXO", 10L, "CANARY_NACL", 10L));
        assertThat(get(LIST, STATISTICIAN).body()).doesNotContain(SEED).contains("seedSha256");
    }

    private void kitsAreReceivedAndHandedOut() throws Exception {
        var numbers = World.JSON.readTree(get("/api/studies/" + World.STUDY + "/kit-numbers?count=40", PHARMACIST)
                .body());
        var kits = IntStream.range(0, 40)
                .mapToObj(n -> "{'kit':'%s','type':'%s'}"
                        .formatted(
                                numbers.path("kits").get(n).stringValue(), n % 2 == 0 ? "CANARY_EXO" : "CANARY_NACL"))
                .collect(Collectors.joining(","));
        var received = post(
                KITS,
                PHARMACIST,
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
        refused(dispense(1, 1, "dispense-1-otherwise"), 409, "DOSE_ALREADY_DISPENSED");
        var kit = World.JSON.readTree(dispensed.body()).path("kit").stringValue();
        var shelf = World.JSON.readTree(get(KITS, PHARMACIST).body());
        var shown = shelf.valueStream()
                .filter(k -> k.path("kit").stringValue().equals(kit))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("state").stringValue()).isEqualTo("DISPENSED");
        assertThat(shown.path("type").stringValue()).isEqualTo(armOf(1));
        var back = post(
                "/api/subjects/" + subject(1) + "/kit-returns",
                PHARMACIST,
                "return",
                "{'kit':'%s','returnedAt':'2025-03-11T12:00:00Z','reason':'vial of CANARY_EXO broken'}".formatted(kit));
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(back.body()).doesNotContain("CANARY");
    }

    private void aCodeIsBroken() throws Exception {
        var door = "/api/subjects/" + subject(2) + "/code-breaks";
        var need = "{'category':'MEDICAL_EMERGENCY','reason':'seizure after the infusion','at':'2025-06-02T21:14:00Z'}";
        var broken = post(door, INVESTIGATOR, "break", need);
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(201);
        assertThat(broken.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(broken.body())
                .isEqualTo("{\"subject\":\"%1$s\",\"arm\":\"%2$s\",\"title\":\"%2$s in full\"}"
                        .formatted(subject(2), armOf(2)));
        var again = post(door, INVESTIGATOR, "break", need);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(broken.body());
        refused(post(door, STACK.token("inv-02", Role.INVESTIGATOR, "02"), "break", need), 403, "OTHER_SITE");
        refused(
                post(door, INVESTIGATOR, "short", need.replace("seizure after the infusion", "urgent")),
                422,
                "REASON_TOO_SHORT");
        for (var role : Role.values()) {
            if (role != Role.INVESTIGATOR) {
                refused(post(door, STACK.token("x", role, "*"), "x", need), 403, "ROLE_NOT_ALLOWED");
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
            refused(get(LIST, STACK.token("x", role, "*")), 403, "ROLE_NOT_ALLOWED");
            refused(get(KITS, STACK.token("x", role, "*")), 403, "ROLE_NOT_ALLOWED");
        }
        STACK.hear(
                "allocation",
                told -> TestStack.typeOf(told).equals("ArmAllocated.v1")
                        && told.value().contains(subject(20)));
        assertThat(STACK.everythingOn("randomization"))
                .contains("SubjectRandomized")
                .doesNotContain("CANARY", SEED, "seizure");
        assertThat(STACK.everythingOn("allocation")).contains("ArmAllocated").doesNotContain("CANARY", SEED, "seizure");
        assertThat(get("/actuator/prometheus", INVESTIGATOR).body())
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

    @Test
    void broken_input_gets_a_problem_that_names_the_field_and_leaves_no_fact() throws Exception {
        var door = "/api/subjects/BROKEN1-01-0001/randomization";
        refused(post(door, INVESTIGATOR, "b1", "{}"), 400, "/randomizedOn");
        refused(post(door, INVESTIGATOR, "b2", "{'randomizedOn':'yesterday'}"), 400, "/randomizedOn");
        refused(post(door, INVESTIGATOR, "b3", "{'randomizedOn':'2025-03-11','arm':'A'}"), 400, "FIELD_UNKNOWN");
        refused(
                post("/api/subjects/nobody/randomization", INVESTIGATOR, "b4", "{'randomizedOn':'2025-03-11'}"),
                404,
                "SUBJECT_UNKNOWN");
        refused(post(door, INVESTIGATOR, "b5", "{'randomizedOn':'2025-03-11'}"), 404, "STUDY_UNKNOWN");
        refused(
                post(
                        "/api/subjects/BROKEN1-02-0001/randomization",
                        INVESTIGATOR,
                        "b6",
                        "{'randomizedOn':'2025-03-11'}"),
                403,
                "OTHER_SITE");
        refused(
                post(
                        "/api/studies/BROKEN1/allocation-list",
                        STATISTICIAN,
                        "b7",
                        "{'seed':'CANARY','blockSizes':[2],'slotsPerStratum':2}"),
                400,
                "/seed");
        refused(
                post(
                        "/api/studies/BROKEN1/kits",
                        PHARMACIST,
                        "b8",
                        "{'site':'01','lot':'L','packagingLot':'P','kits':[{'kit':'K','type':''}],'expiresOn':'2027-01-01'}"),
                400,
                "/kits/0/type");
        refused(
                post(
                        "/api/subjects/BROKEN1-01-0001/code-breaks",
                        INVESTIGATOR,
                        "b9",
                        "{'category':'OVERDOSE','at':'2025-03-11T00:00:00Z'}"),
                400,
                "/reason");
        assertThat(database.getCollection("journal").countDocuments(new Document("stream", "allocation/BROKEN1")))
                .isZero();
    }

    private void othersTellOfTheStudyAndTwentyPeople() {
        var definition = World.definition(List.of("CANARY_EXO", "CANARY_NACL"), "[]");
        tell(1, "StudyDefined.v1", definition);
        tell(2, "StudyActivated.v1", "{'study':'%s','version':1,'activatedOn':'2025-02-03'}".formatted(World.STUDY));
        tell(
                3,
                "StudyStatusChanged.v1",
                "{'study':'%s','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}".formatted(World.STUDY));
        tell(4, "SiteOpened.v1", "{'study':'%s','site':'01','zone':'Europe/Berlin'}".formatted(World.STUDY));
        for (int n = 1; n <= 20; n++) {
            STACK.tell(
                    "enrolment",
                    "enrolment",
                    "subject/" + subject(n),
                    1,
                    "SubjectEnrolled.v1",
                    "{'subject':'%s','study':'%s','site':'01','enrolledOn':'2025-03-10','ordinal':%d,'strata':{}}"
                            .formatted(subject(n), World.STUDY, n)
                            .replace('\'', '"'));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.getCollection("people").countDocuments() == 20
                        && database.getCollection("studies").countDocuments(new Document("heard", 4L)) == 1);
    }

    private static void tell(long version, String type, String json) {
        STACK.tell("studies", "study-design", "study/" + World.STUDY, version, type, json.replace('\'', '"'));
    }

    private String armOf(int n) throws Exception {
        return World.JSON
                .readTree(get(LIST, STATISTICIAN).body())
                .path("strata")
                .get(0)
                .path("places")
                .valueStream()
                .filter(place -> subject(n).equals(place.path("subject").stringValue()))
                .map((JsonNode place) -> place.path("arm").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> randomize(int n, String key) throws Exception {
        return post(
                "/api/subjects/" + subject(n) + "/randomization", INVESTIGATOR, key, "{'randomizedOn':'2025-03-11'}");
    }

    private HttpResponse<String> dispense(int n, int dose, String key) throws Exception {
        return post(
                "/api/subjects/" + subject(n) + "/dispensations",
                PHARMACIST,
                key,
                "{'dose':%d,'dispensedAt':'2025-03-11T08:30:00Z'}".formatted(dose));
    }

    private static void refused(HttpResponse<String> answer, int status, String names) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(names).doesNotContain("CANARY");
    }

    private HttpResponse<String> post(String path, String token, String key, String body) throws Exception {
        return http.send(
                request(path, token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return http.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", token);
    }

    private static String subject(int number) {
        return World.STUDY + "-01-%04d".formatted(number);
    }
}
