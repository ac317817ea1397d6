package io.equipoise.ehr.adapter.fhir;

import static io.equipoise.ehr.Bundles.PATIENT;
import static io.equipoise.ehr.Bundles.bundle;
import static io.equipoise.ehr.Bundles.quoted;
import static io.equipoise.ehr.Bundles.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'resourceType':'Patient','nmae':[]}                             | ELEMENT_MALFORMED | Bundle.entry[0].resource.nmae
        {'resourceType':'Patient','name':'Anna'}                         | ELEMENT_MALFORMED | Bundle.entry[0].resource.name
        {'resourceType':'Patient','gender':'unknowable'}                 | ELEMENT_MALFORMED | Bundle.entry[0].resource.gender
        {'resourceType':'Patient','birthDate':'01.05.1980'}              | ELEMENT_MALFORMED | Bundle.entry[0].resource.birthDate
        {'resourceType':'Patient','birthDate':'2025-02-30'}              | ELEMENT_MALFORMED | Bundle.entry[0].resource.birthDate
        {'resourceType':'Observation','valueBoolean':true,'valueString':'x'} | ELEMENT_MALFORMED | Bundle.entry[0].resource.value
        {'resourceType':'Observation','valueQuantity':{'value':1e999999}} | ELEMENT_MALFORMED | Bundle.entry[0].resource.valueQuantity.value
        {'resourceType':'ActorDefinition'}                               | FHIR_VERSION      | Bundle.entry[0].resource.resourceType
        {'resourceType':'SubscriptionTopic','url':'x'}                   | FHIR_VERSION      | Bundle.entry[0].resource.resourceType
        {'resourceType':'Patient','meta':{'profile':['http://hl7.org/fhir/5.0/StructureDefinition/Patient']}} | FHIR_VERSION | Bundle.entry[0].resource.meta.profile
        {'resourceType':'Patient','contained':[{'resourceType':'Nothing','id':'1'}]} | ELEMENT_MALFORMED | Bundle.entry[0].resource
        7                                                                | ELEMENT_MISSING   | Bundle.entry[0].resource
        """)
    void what_r4_does_not_have_is_named_by_its_place(String resource, String code, String expression) {
        assertThat(refused(422, bundle(quoted(resource))))
                .extracting(issue -> issue.code() + " " + issue.expression())
                .contains(code + " " + expression);
    }

    @Test
    void every_problem_is_named_and_not_only_the_first() {
        var issues = refused(
                422,
                bundle(
                        quoted("{'resourceType':'Patient','nmae':1}"),
                        subject("X"),
                        quoted("{'resourceType':'Patient','neam':1}")));
        assertThat(issues)
                .extracting(Issue::expression)
                .containsExactly("Bundle.entry[0].resource.nmae", "Bundle.entry[2].resource.neam");
    }

    @Test
    void only_transactions_are_taken() {
        assertThat(refused(422, bundle(PATIENT).replace("transaction", "batch")))
                .extracting(Issue::expression)
                .containsExactly("Bundle.type");
        assertThat(refused(422, bundle(PATIENT).replace("\"POST\"", "\"DELETE\"")))
                .extracting(Issue::expression)
                .containsExactly("Bundle.entry[0].request.method");
        assertThat(refused(422, PATIENT)).extracting(Issue::code).containsExactly("NOT_A_TRANSACTION");
        assertThat(refused(422, bundle(PATIENT).replace("\"timestamp\"", "\"timestmap\"")))
                .extracting(Issue::expression)
                .containsExactly("Bundle.timestmap");
    }

    @Test
    void text_that_is_no_json_is_refused() {
        assertThat(refused(400, "{\"resourceType\":\"Bundle\","))
                .extracting(Issue::code)
                .containsExactly("JSON_MALFORMED");
        assertThat(refused(400, "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}"))
                .hasSize(1);
        assertThat(refused(400, "[]")).hasSize(1);
        assertThat(refused(400, "{} {}")).hasSize(1);
        assertThat(refused(400, "[".repeat(100_000))).hasSize(1);
        assertThat(refused(400, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .hasSize(1);
    }

    @Test
    void a_problem_never_repeats_the_value_which_may_be_personal() {
        var issues = refused(422, bundle(quoted("{'resourceType':'Patient','birthDate':'canary-1980'}")));
        assertThat(issues.toString()).doesNotContain("canary");
    }

    private static List<Issue> refused(int status, String text) {
        return refused(status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Issue> refused(int status, byte[] text) {
        var wrong = catchThrowableOfType(Wrong.class, () -> BundleText.read(text));
        assertThat(wrong).isNotNull();
        assertThat(wrong.status()).isEqualTo(status);
        return wrong.issues();
    }
}
