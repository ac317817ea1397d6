package io.equipoise.ehr;

import static io.equipoise.ehr.Bundles.CONSENT;
import static io.equipoise.ehr.Bundles.EDSS;
import static io.equipoise.ehr.Bundles.PATIENT;
import static io.equipoise.ehr.Bundles.bundle;
import static io.equipoise.ehr.Bundles.subject;
import static io.equipoise.ehr.Bundles.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
class EhrJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String FHIR = "application/fhir+json";
    static final String STUDY = """
        {"study":"NCT07146087","version":1,"title":"T","assumptions":[],"gaps":[],"definition":{"study":"NCT07146087",
         "eligibility":{"facts":[{"fact":"birthDate","title":"","type":"DATE"},{"fact":"edss","title":"","type":"SCORE"},
         {"fact":"diagnosis","title":"","type":"CODE","codes":["SECONDARY_PROGRESSIVE_MS"]},
         {"fact":"lastRelapseOn","title":"","type":"DATE_OR_NEVER"},{"fact":"lastSteroidOn","title":"","type":"DATE_OR_NEVER"},
         {"fact":"healthyVolunteer","title":"","type":"YES_NO"}]}}}\
        """;
    /** What the Patient of the specification is called, numbered, and where he lives and is reached. */
    private static final List<String> TRACES = List.of(
            "Chalmers",
            "Windsor",
            "Peter",
            "Jim",
            "12345",
            "1.2.36.146",
            "Erewhon",
            "PleasantVille",
            "3999",
            "5555",
            "B\u00e9n\u00e9dicte",
            "Patient/example",
            "male");

    private final MongoDatabase database;
    private final int port;
    private final Door site;

    EhrJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.site = Door.of(port, Role.SITE_COORDINATOR, "01");
    }

    @BeforeEach
    void the_study_and_its_subjects_are_heard_of() {
        STACK.tell("studies", "study/NCT07146087", 1, "StudyDefined.v1", STUDY);
        for (int n = 1; n <= 6; n++) {
            STACK.tell("enrolment", "subject/" + number(n), 1, "SubjectRegistered.v1", registered(n));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(database.getCollection("subjects").countDocuments()).isGreaterThanOrEqualTo(6);
            assertThat(database.getCollection("asked_facts").countDocuments(Filters.eq("_id", "NCT07146087")))
                    .isEqualTo(1);
        });
    }

    @Test
    void a_bundle_becomes_facts_that_are_told_and_an_identity_that_never_is() {
        var answer = site.tell("k1", whole(number(1)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("type").asString()).isEqualTo("transaction-response");
        assertThat(answer.json()
                        .path("entry")
                        .valueStream()
                        .map(e -> e.path("response").path("status").asString()))
                .containsExactly(
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "201 Created",
                        "200 OK");
        assertThat(answer.body()).contains("NOT_USED").contains("Bundle.entry[8].resource.code");

        var told = STACK.hear("ehr", record -> record.key().equals("ehr-link/" + number(1)))
                .getLast();
        assertThat(TestStack.typeOf(told)).isEqualTo("EhrFactsReceived.v1");
        assertThat(Contracts.problems("EhrFactsReceived.v1", told.value())).isEmpty();
        assertThat(told.value()).contains("\"fact\":\"birthDate\",\"value\":\"1974-12-25\"");
        var withoutTheFact = STACK.everythingOn("ehr").replace("\"fact\":\"birthDate\",\"value\":\"1974-12-25\"", "");
        assertThat(withoutTheFact).doesNotContain("1974-");
        TRACES.forEach(trace -> assertThat(withoutTheFact).doesNotContain(trace));

        for (var collection : database.listCollectionNames()) {
            for (var document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain("1974-12-25");
                TRACES.subList(0, 9)
                        .forEach(trace -> assertThat(document.toJson())
                                .as(collection)
                                .doesNotContain("\"" + trace)
                                .doesNotContain(" " + trace));
            }
        }
    }

    @Test
    void the_same_bundle_is_one_fact_with_a_key_and_without() {
        var plain = whole(number(2));
        var first = site.tell(plain);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(site.tell(plain).body()).isEqualTo(first.body());
        assertThat(commits(2)).isEqualTo(1);
        var named = plain.replace(
                "\"type\":\"transaction\"", "\"type\":\"transaction\",\"identifier\":{\"value\":\"b-1\"}");
        assertThat(site.tell(named).status()).isEqualTo(200);
        assertThat(commits(2)).isEqualTo(1);
        var keyed = bundle(subject(number(2)), PATIENT, EDSS.replace("4.50", "5.0"));
        assertThat(site.tell("k2", keyed).status()).isEqualTo(200);
        assertThat(site.tell("k2", keyed).status()).isEqualTo(200);
        assertThat(commits(2)).isEqualTo(2);
        assertThat(site.tell("k2", plain).code()).isEqualTo("COMMAND_ID_REUSED");
    }

    @Test
    void only_known_subjects_of_ones_own_site_that_take_part_are_written_of() {
        assertRefused(site.tell("u1", whole("NCT07146087-01-0999")), 404, "SUBJECT_UNKNOWN");
        assertRefused(Door.of(port, Role.SITE_COORDINATOR, "02").tell("u2", whole(number(3))), 403, "OTHER_SITE");
        assertRefused(Door.of(port, Role.STATISTICIAN, "*").tell("u3", whole(number(3))), 403, "ROLE_NOT_ALLOWED");
        assertRefused(new Door(port, "Bearer no").tell("u4", whole(number(3))), 401, "");
        STACK.tell(
                "enrolment",
                "subject/" + number(3),
                2,
                "ConsentWithdrawn.v1",
                Contracts.example("ConsentWithdrawn.v1").replace("NCT07146087-01-0001", number(3)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertRefused(site.tell("u5", whole(number(3))), 409, "SUBJECT_LEFT"));
        assertThat(commits(3)).isZero();
    }

    @Test
    void a_subject_is_one_patient_for_ever() {
        assertThat(site.tell("p1", whole(number(4))).status()).isEqualTo(200);
        var other = site.tell("p2", bundle(subject(number(4)), PATIENT.replace("12345", "54321"), CONSENT));
        assertRefused(other, 409, "LINKED_TO_ANOTHER_PATIENT");
        assertThat(other.expression()).isEqualTo("Bundle.entry[1].resource");
        assertThat(commits(4)).isEqualTo(1);
    }

    @Test
    void broken_input_is_an_operation_outcome_that_names_the_element_and_leaves_no_fact() {
        var good = whole(number(5));
        assertRefused(
                site.post("application/fhir+xml", "<Bundle/>".getBytes(StandardCharsets.UTF_8)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(
                site.post("application/xml", "<Bundle/>".getBytes(StandardCharsets.UTF_8)),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(
                site.post(FHIR + "; fhirVersion=5.0", good.getBytes(StandardCharsets.UTF_8)), 415, "FHIR_VERSION");
        assertRefused(site.post(FHIR, new byte[0]), 400, "BODY_MISSING");
        assertRefused(site.post(FHIR, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}), 400, "JSON_MALFORMED");
        assertRefused(
                site.post(FHIR, " ".repeat(10 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8)),
                413,
                "BODY_TOO_LARGE");
        assertThat(site.post(FHIR, new byte[17 * 1024 * 1024]).status()).isEqualTo(413);
        assertRefused(
                site.tell("b1", good.replace("\"valueBoolean\":false", "\"valueBoolean\":\"no\"")),
                422,
                "ELEMENT_MALFORMED");
        assertRefused(site.tell("b2", good.replace("\"birthDate\"", "\"birthday\"")), 422, "ELEMENT_MALFORMED");
        var future = site.tell("b3", good.replace("\"dateTime\":\"2025-03-03\"", "\"dateTime\":\"2099-03-03\""));
        assertRefused(future, 422, "IN_THE_FUTURE");
        assertThat(future.expression()).isEqualTo("Bundle.entry[2].resource");
        assertRefused(site.tell("a key", good), 400, "IDEMPOTENCY_KEY_MALFORMED");
        assertThat(commits(5)).isZero();
    }

    @Test
    void the_door_says_what_it_can_do() {
        var statement = site.get("/fhir/r4/metadata");
        assertThat(statement.type()).startsWith(FHIR);
        assertThat(statement.json().path("fhirVersion").asString()).isEqualTo("4.0.1");
        assertThat(statement
                        .json()
                        .path("rest")
                        .path(0)
                        .path("interaction")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("transaction");
    }

    private static void assertRefused(Door.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (!code.isEmpty()) {
            assertThat(answer.code()).as(answer.body()).isEqualTo(code);
            assertThat(answer.expression()).startsWith("Bundle");
        }
    }

    private long commits(int n) {
        return database.getCollection("journal").countDocuments(Filters.eq("stream", "ehr-link/" + number(n)));
    }

    private static String number(int n) {
        return "NCT07146087-01-%04d".formatted(n);
    }

    private static String registered(int n) {
        return Contracts.example("SubjectRegistered.v1").replace("NCT07146087-01-0001", number(n));
    }
}
