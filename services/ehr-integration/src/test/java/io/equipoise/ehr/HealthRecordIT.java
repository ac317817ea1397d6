package io.equipoise.ehr;

import static io.equipoise.ehr.Bundles.DIAGNOSIS;
import static io.equipoise.ehr.Bundles.PATIENT;
import static io.equipoise.ehr.Bundles.bundle;
import static io.equipoise.ehr.Bundles.condition;
import static io.equipoise.ehr.Bundles.medicine;
import static io.equipoise.ehr.Bundles.observation;
import static io.equipoise.ehr.Bundles.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Age, sex, diagnosis, weight, medicines and labs through the real door: told where the record says it, and else not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthRecordIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHOLE = "RECORD-01-0001";
    private static final String SILENT = "RECORD-01-0002";
    private static final String STUDY = """
        {"study":"RECORD","version":1,"title":"T","assumptions":[],"gaps":[],"definition":{"study":"RECORD",
         "eligibility":{"sex":{"basis":"stated","value":"MALE"},"facts":[
         {"fact":"birthDate","title":"","type":"DATE"},{"fact":"weightKg","title":"","type":"NUMBER"},
         {"fact":"diagnosis","title":"","type":"CODE","codes":["SECONDARY_PROGRESSIVE_MS"]},
         {"fact":"lastSteroidOn","title":"","type":"DATE_OR_NEVER"},
         {"fact":"hemoglobinGPerDl","title":"","type":"NUMBER"}]}}}\
        """;

    private final MongoDatabase database;
    private final Door site;

    HealthRecordIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.site = Door.of(port, Role.SITE_COORDINATOR, "01");
    }

    @Test
    @Acceptance("IN-6")
    void what_a_record_says_is_told_and_of_what_it_does_not_say_nothing_is() {
        heard();
        var told = tell(
                WHOLE,
                PATIENT,
                condition("425500002", "active", "confirmed"),
                measured("29463-7", 70.5, "kg"),
                measured("718-7", 13.2, "g/dL"),
                medicine("H02AB04", "completed", "2024-11-30", "2025-03-03"));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "birthDate=1974-12-25",
                        "sex=MALE",
                        "diagnosis=SECONDARY_PROGRESSIVE_MS",
                        "weightKg=70.5",
                        "hemoglobinGPerDl=13.2",
                        "lastSteroidOn=2024-11-30");

        var silent = tell(
                SILENT,
                PATIENT.replace("\"gender\": \"male\"", "\"gender\": \"unknown\"")
                        .replace("\"birthDate\": \"1974-12-25\"", "\"birthDate\": \"1974\""),
                DIAGNOSIS.replace("425500002", "90560007"),
                condition("425500002", "active", "provisional"),
                measured("29463-7", 155, "[lb_av]"),
                measured("718-7", 132, "g/L"),
                medicine("H02AB04", "not-taken", "2024-11-30", "2025-03-03"));
        assertThat(silent).isEmpty();
    }

    private void heard() {
        STACK.tell("studies", "study/RECORD", 1, "StudyDefined.v1", STUDY);
        for (var subject : List.of(WHOLE, SILENT)) {
            STACK.tell(
                    "enrolment",
                    "subject/" + subject,
                    1,
                    "SubjectRegistered.v1",
                    Contracts.example("SubjectRegistered.v1")
                            .replace("NCT07146087-01-0001", subject)
                            .replace("NCT07146087", "RECORD"));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(database.getCollection("subjects").countDocuments(Filters.regex("_id", "^RECORD-")))
                    .isEqualTo(2);
            assertThat(database.getCollection("asked_facts").countDocuments(Filters.eq("_id", "RECORD")))
                    .isEqualTo(1);
        });
    }

    /** What the topic hears of a Bundle that was sent to the door. */
    private List<String> tell(String number, String... resources) {
        var all = new ArrayList<>(List.of(subject(number).replace("ResearchStudy/NCT07146087", "RECORD")));
        all.addAll(List.of(resources));
        var answer = site.tell("record-" + number, bundle(all.toArray(String[]::new)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var told = STACK.hear("ehr", record -> record.key().equals("ehr-link/" + number));
        return told.stream()
                .filter(record -> record.key().equals("ehr-link/" + number))
                .filter(record -> TestStack.typeOf(record).equals("EhrFactsReceived.v1"))
                .flatMap(record -> JSON.readTree(record.value()).path("facts").valueStream())
                .map(fact ->
                        fact.path("fact").asString() + "=" + fact.path("value").asString())
                .toList();
    }

    private static String measured(String loinc, double value, String unit) {
        return observation(
                "o-" + loinc,
                "'system':'http://loinc.org','code':'" + loinc + "'",
                "'valueQuantity':{'value':" + value + ",'system':'http://unitsofmeasure.org','code':'" + unit + "'}");
    }
}
