package io.equipoise.ehr.adapter.fhir;

import static io.equipoise.ehr.Bundles.CONSENT;
import static io.equipoise.ehr.Bundles.EDSS;
import static io.equipoise.ehr.Bundles.PATIENT;
import static io.equipoise.ehr.Bundles.bundle;
import static io.equipoise.ehr.Bundles.fact;
import static io.equipoise.ehr.Bundles.observation;
import static io.equipoise.ehr.Bundles.quoted;
import static io.equipoise.ehr.Bundles.resource;
import static io.equipoise.ehr.Bundles.subject;
import static io.equipoise.ehr.Bundles.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.ehr.domain.GivenConsent;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleReaderTest {
    private static final String ONE = "NCT07146087-01-0001";
    private static final LocalDate MARCH = LocalDate.parse("2025-03-03");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Map<String, Asked> ASKED = Map.of(
            "birthDate", new Asked("DATE", List.of()),
            "edss", new Asked("SCORE", List.of()),
            "diagnosis", new Asked("CODE", List.of("PRIMARY_PROGRESSIVE_MS", "SECONDARY_PROGRESSIVE_MS")),
            "lastRelapseOn", new Asked("DATE_OR_NEVER", List.of()),
            "lastSteroidOn", new Asked("DATE_OR_NEVER", List.of()),
            "healthyVolunteer", new Asked("YES_NO", List.of()));

    @Test
    void a_bundle_tells_the_subject_the_facts_the_consent_and_who_it_is() {
        var reading = read(whole(ONE));
        assertThat(reading.subject()).isEqualTo(new SubjectId("NCT07146087", "01", 1));
        assertThat(reading.consent()).isEqualTo(new GivenConsent("1.0", MARCH));
        assertThat(reading.facts())
                .containsExactly(
                        new ScreeningFact("birthDate", "1974-12-25", LocalDate.parse("2025-03-04"), "Patient"),
                        new ScreeningFact("edss", "4.50", MARCH, "Observation/edss-1"),
                        new ScreeningFact("diagnosis", "SECONDARY_PROGRESSIVE_MS", MARCH, "Observation/dx-1"),
                        new ScreeningFact("lastRelapseOn", "NEVER", MARCH, "Observation/o-lastRelapseOn"),
                        new ScreeningFact("lastSteroidOn", "2024-11-30", MARCH, "Observation/o-lastSteroidOn"),
                        new ScreeningFact("healthyVolunteer", "NO", MARCH, "Observation/o-healthyVolunteer"));
        assertThat(reading.identity().identifiers())
                .containsExactly(new Identity.RecordNumber("urn:oid:1.2.36.146.595.217.0.1", "12345"));
        assertThat(reading.identity().names()).contains("Peter James Chalmers");
        assertThat(reading.unused()).containsOnlyKeys(8);
        assertThat(reading.unused().get(8).expression()).isEqualTo("Bundle.entry[8].resource.code");
    }

    @Test
    void a_number_within_the_study_is_enough_where_the_study_is_named() {
        assertThat(read(bundle(subject("01-0007"), PATIENT)).subject()).hasToString("NCT07146087-01-0007");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        edss             | 'valueString':'four'                                        | value
        edss             | 'valueQuantity':{'value':4,'comparator':'<'}                | value
        edss             | 'valueQuantity':{'value':4,'code':'kg'}                     | value
        edss             | 'dataAbsentReason':{'text':'asked and not known'}           | value
        lastRelapseOn    | 'valueDateTime':'2024-11'                                   | value
        lastRelapseOn    | 'valueBoolean':false                                        | value
        healthyVolunteer | 'valueInteger':0                                            | value
        diagnosis        | 'valueCodeableConcept':{'coding':[{'system':'urn:equipoise:value','code':'GOUT'}]} | value
        shoeSize         | 'valueInteger':42                                           | code
        """)
    void a_value_that_does_not_fit_is_left_out_and_said_to_be(String fact, String value, String element) {
        var reading = read(bundle(subject(ONE), PATIENT, fact(fact, value)));
        assertThat(reading.facts()).extracting(ScreeningFact::fact).containsExactly("birthDate");
        assertThat(reading.unused().get(2).expression()).isEqualTo("Bundle.entry[2].resource." + element);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'status':'final'                 | 'status':'preliminary'          | status
        'status':'final'                 | 'status':'entered-in-error'     | status
        'effectiveDateTime':'2025-03-03' | 'effectiveDateTime':'2025'      | effective
        'effectiveDateTime':'2025-03-03' | 'issued':'2025-03-03T10:00:00Z' | effective
        """)
    void an_observation_that_is_not_final_or_of_no_day_is_left_out(String was, String is, String element) {
        var changed = EDSS.replace(quoted(was), quoted(is));
        assertThat(changed).isNotEqualTo(EDSS);
        var reading = read(bundle(subject(ONE), PATIENT, changed));
        assertThat(reading.unused().get(2).expression()).endsWith("resource." + element);
    }

    @ParameterizedTest
    @CsvSource({
        "research,treatment,scope",
        "active,rejected,status",
        "urn:equipoise:consent-version,urn:other,identifier",
        "2025-03-03,2025-03,dateTime"
    })
    void a_consent_that_is_not_one_to_this_research_is_left_out(String was, String is, String element) {
        var reading = read(bundle(subject(ONE), PATIENT, CONSENT.replace("\"" + was + "\"", "\"" + is + "\"")));
        assertThat(reading.consent()).isNull();
        assertThat(reading.unused().get(2).expression()).endsWith("resource." + element);
    }

    @ParameterizedTest
    @CsvSource({"edss,4.5", "lastRelapseOn,2024-11-30", "lastRelapseOn,NEVER", "healthyVolunteer,YES"})
    void a_value_may_be_named_by_a_code_of_ours(String fact, String code) {
        assertThat(read(bundle(subject(ONE), PATIENT, fact(fact, coded(code)))).facts())
                .contains(new ScreeningFact(fact, code, MARCH, "Observation/o-" + fact));
    }

    @ParameterizedTest
    @CsvSource({"edss,four", "edss,1e9", "lastRelapseOn,2024-11", "lastRelapseOn,SOMETIMES", "healthyVolunteer,MAYBE"})
    void a_code_of_ours_that_names_no_such_value_is_left_out(String fact, String code) {
        assertThat(read(bundle(subject(ONE), PATIENT, fact(fact, coded(code)))).unused())
                .containsKey(2);
    }

    @Test
    void what_is_of_another_patient_refuses_the_whole_bundle() {
        var others = resource("/fhir/Consent-consent-example-basic.json");
        assertThatThrownBy(() -> read(bundle(subject(ONE), PATIENT, others)))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        wrong -> assertThat(wrong.issues())
                                .containsExactly(new Issue(
                                        "ANOTHER_PATIENT",
                                        "Bundle.entry[2].resource.patient",
                                        "This must refer to the Patient of the Bundle.")));
    }

    @Test
    void the_specifications_own_subject_has_no_number_of_ours() {
        assertRefused("SUBJECT_MISSING", bundle(resource("/fhir/ResearchSubject-example.json"), PATIENT));
    }

    @Test
    void a_bundle_is_of_one_patient_and_one_subject() {
        assertRefused("NOT_ONE", bundle(subject(ONE)));
        assertRefused("NOT_ONE", bundle(PATIENT));
        assertRefused("NOT_ONE", bundle(subject(ONE), PATIENT, PATIENT));
    }

    @Test
    void the_specifications_own_observations_are_read_and_not_asked_for() {
        var reading = read(bundle(subject(ONE), PATIENT, resource("/fhir/Observation-blood-pressure.json")));
        assertThat(reading.unused()).containsOnlyKeys(2);
    }

    @Test
    void a_site_with_other_codes_brings_its_own_mapping() {
        var local = observation("x", "'system':'urn:ward','code':'EDSS'", "'valueInteger':4");
        var told = bundle(subject(ONE), PATIENT, local);
        assertThat(read(told).unused()).containsKey(2);
        var theirs = resource("/mapping/fhir-r4-2.yaml")
                .replace("http://snomed.info/sct', code: '273554001'", "urn:ward', code: 'EDSS'")
                .replace("fhir-r4/2", "ward/1");
        assertThat(read(told, theirs).facts()).contains(new ScreeningFact("edss", "4", MARCH, "Observation/x"));
    }

    @Test
    void a_mapping_that_is_incomplete_or_says_too_much_is_refused() {
        var whole = resource("/mapping/fhir-r4-2.yaml");
        assertThatThrownBy(() -> read("", whole + "\nmore: 1\n")).hasMessageContaining("more");
        assertThatThrownBy(() -> read("", whole.replace("factSystem:", "#"))).hasMessageContaining("factSystem");
    }

    private static String coded(String code) {
        return "'valueCodeableConcept':{'coding':[{'system':'urn:equipoise:value','code':'" + code + "'}]}";
    }

    private static void assertRefused(String code, String bundle) {
        assertThatThrownBy(() -> read(bundle))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        wrong -> assertThat(wrong.issues().getFirst().code()).isEqualTo(code));
    }

    private static Reading read(String text) {
        return read(text, resource("/mapping/fhir-r4-2.yaml"));
    }

    private static Reading read(String text, String yaml) {
        return read(ASKED, text, yaml);
    }

    static Reading read(Map<String, Asked> asked, String text, String yaml) {
        try {
            var mapping = Mapping.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
            var bundle = BundleText.read(text.getBytes(StandardCharsets.UTF_8));
            return new BundleReader(mapping, bundle).read(asked, TODAY);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
