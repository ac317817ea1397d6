package io.equipoise.ehr.adapter.fhir;

import static io.equipoise.ehr.Bundles.PATIENT;
import static io.equipoise.ehr.Bundles.WEIGHT;
import static io.equipoise.ehr.Bundles.bundle;
import static io.equipoise.ehr.Bundles.condition;
import static io.equipoise.ehr.Bundles.medicine;
import static io.equipoise.ehr.Bundles.observation;
import static io.equipoise.ehr.Bundles.resource;
import static io.equipoise.ehr.Bundles.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.ehr.domain.ScreeningFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sex, diagnosis, weight, medicines and labs: what a record says of them, and what it does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicalFactsTest {
    private static final String ONE = "NCT07146087-01-0001";
    private static final LocalDate MARCH = LocalDate.parse("2025-03-03");
    private static final Map<String, Asked> ASKED = Map.of(
            "sex", new Asked("CODE", List.of("FEMALE", "MALE", "OTHER")),
            "diagnosis", new Asked("CODE", List.of("PRIMARY_PROGRESSIVE_MS", "SECONDARY_PROGRESSIVE_MS")),
            "weightKg", new Asked("NUMBER", List.of()),
            "creatinineMgPerDl", new Asked("NUMBER", List.of()),
            "lastSteroidOn", new Asked("DATE_OR_NEVER", List.of()));
    private static final String KILOGRAMS =
            weight("{'value':70.5,'system':'http://unitsofmeasure.org','code':'kg','unit':'kg'}");
    private static final String STATEMENT = medicine("H02AB04", "completed", "2025-01-10", "2025-03-03");

    @Test
    void sex_diagnosis_weight_labs_and_medicines_are_read() {
        var creatinine = observation(
                "lab-1",
                "'system':'http://loinc.org','code':'2160-0'",
                "'valueQuantity':{'value':0.90,'system':'http://unitsofmeasure.org','code':'mg/dL'}");
        assertThat(facts(condition("425500002", "active", "confirmed"), KILOGRAMS, creatinine, STATEMENT))
                .containsExactlyInAnyOrder(
                        new ScreeningFact("sex", "MALE", LocalDate.parse("2025-03-04"), "Patient"),
                        new ScreeningFact("diagnosis", "SECONDARY_PROGRESSIVE_MS", MARCH, "Condition/c-425500002"),
                        new ScreeningFact("weightKg", "70.5", MARCH, "Observation/weight"),
                        new ScreeningFact("creatinineMgPerDl", "0.90", MARCH, "Observation/lab-1"),
                        new ScreeningFact("lastSteroidOn", "2025-01-10", MARCH, "MedicationStatement/m-2025-01-10"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'value':155,'system':'http://unitsofmeasure.org','code':'[lb_av]'}
        {'value':70500,'system':'http://unitsofmeasure.org','code':'g'}
        {'value':70.5,'unit':'kg'}
        {'value':70.5}
        {'value':70.5,'comparator':'<','system':'http://unitsofmeasure.org','code':'kg'}
        """)
    void a_weight_in_another_unit_or_in_none_is_no_weight(String quantity) {
        assertThat(names(weight(quantity))).containsExactly("sex");
        assertThat(names(WEIGHT)).containsExactly("sex");
    }

    @ParameterizedTest
    @CsvSource({
        "425500002,resolved,confirmed",
        "425500002,active,provisional",
        "425500002,active,refuted",
        "90560007,active,confirmed"
    })
    void a_past_a_suspected_and_another_disease_is_no_diagnosis(String code, String standing, String certainty) {
        assertThat(names(condition(code, standing, certainty))).containsExactly("sex");
    }

    @Test
    void of_two_diagnoses_of_the_study_neither_is_taken() {
        assertThat(names(condition("425500002", "active", "confirmed"), condition("428700003", "active", "confirmed")))
                .containsExactly("sex");
    }

    @Test
    void a_medicine_was_last_taken_when_the_latest_statement_says_so() {
        var later = medicine("H02AB07", "stopped", "2025-02-20", "2025-03-03");
        assertThat(facts(later, STATEMENT)).extracting(ScreeningFact::value).contains("2025-02-20");
        assertThat(facts(STATEMENT, later)).extracting(ScreeningFact::value).doesNotContain("2025-01-10");
        assertThat(facts(medicine("H02AB07", "active", "2025-02-20", "2025-03-03")))
                .extracting(ScreeningFact::value)
                .contains("2025-03-03");
    }

    @ParameterizedTest
    @CsvSource({"not-taken,2025-01-10", "unknown,2025-01-10", "intended,2025-01-10", "completed,2025-01"})
    void a_medicine_that_was_not_taken_or_nobody_knows_when_is_never_a_never(String status, String day) {
        assertThat(names(medicine("H02AB04", status, day, "2025-03-03"))).containsExactly("sex");
    }

    @Test
    void a_record_that_tells_nothing_of_these_gives_no_fact_of_them() {
        assertThat(read(PATIENT.replace("\"gender\": \"male\"", "\"gender\": \"unknown\""))
                        .facts())
                .isEmpty();
        assertThat(names(medicine("N02BE01", "completed", "2025-01-10", "2025-03-03")))
                .containsExactly("sex");
    }

    private static String weight(String quantity) {
        return observation("weight", "'system':'http://loinc.org','code':'29463-7'", "'valueQuantity':" + quantity);
    }

    private static List<String> names(String... resources) {
        return facts(resources).stream().map(ScreeningFact::fact).toList();
    }

    private static List<ScreeningFact> facts(String... resources) {
        return read(PATIENT, resources).facts();
    }

    private static Reading read(String patient, String... resources) {
        var all = Stream.concat(Stream.of(subject(ONE), patient), Stream.of(resources));
        return BundleReaderTest.read(ASKED, bundle(all.toArray(String[]::new)), resource("/mapping/fhir-r4-2.yaml"));
    }
}
