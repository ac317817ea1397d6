package io.equipoise.enrolment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.AssessmentDefinition;
import io.equipoise.enrolment.domain.Instrument;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.enrolment.domain.Stratum;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.Acceptance;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DefinitionReaderTest {
    static final JsonMapper JSON = new JsonMapper();

    static JsonNode definition(String name) throws IOException {
        try (var in = DefinitionReaderTest.class.getResourceAsStream("/definitions/" + name + ".json")) {
            return JSON.readTree(in);
        }
    }

    static Protocol read(String json) {
        return DefinitionReader.read("S", 1, JSON.readTree(json));
    }

    @Test
    void the_definition_with_its_assumptions_reads_as_the_trial_of_the_specifications() throws IOException {
        assertThat(DefinitionReader.read(Trial.NCT, 2, definition("assumed"))).isEqualTo(Trial.PROTOCOL);
    }

    @Test
    void what_the_registered_definition_leaves_open_stays_open() throws IOException {
        var registered = DefinitionReader.read(Trial.NCT, 1, definition("registered"));
        assertThat(registered.consentVersions()).isEmpty();
        assertThat(registered.strata()).isEmpty();
        assertThat(registered.target()).isEqualTo(20);
    }

    @Test
    @Acceptance("AS")
    void BIO_names_no_instrument_for_its_tests_and_questionnaires_and_half_a_name_is_none() {
        var bio = read("""
            {"assessments": {"basis": "stated", "value": [
             {"assessment": "EDSS", "title": "Expanded Disability Status Scale"},
             {"assessment": "NEUROCOGNITIVE", "title": "t", "instrument": {"basis": "unknown", "text": "instrument not named"}},
             {"assessment": "QUALITY_OF_LIFE", "title": "t", "instrument": {"basis": "assumed", "value": {"name": "SF-36"}}},
             {"assessment": "DAILY_FUNCTIONING", "title": "t", "instrument":
              {"basis": "assumed", "value": {"name": "Barthel Index", "version": "1965"}}}]}}\
            """).assessments();
        assertThat(bio.stream().filter(each -> each.gap().isPresent()))
                .extracting(AssessmentDefinition::assessment)
                .containsExactly("NEUROCOGNITIVE", "QUALITY_OF_LIFE");
        assertThat(bio.getLast().instrument()).isEqualTo(new Instrument("Barthel Index", "1965"));
        assertThat(bio.get(1).gap().orElseThrow().pointers()).containsExactly("/assessments/NEUROCOGNITIVE/instrument");
    }

    @Test
    void an_empty_definition_leaves_everything_open() {
        var empty = read("{}");
        assertThat(empty.target()).isNull();
        assertThat(empty.ageConvention()).isNull();
        assertThat(empty.washoutBoundary()).isNull();
        assertThat(empty.rules()).extracting(Rule::rule).containsExactly("NO_FURTHER_RULES");
        assertThat(empty.facts()).isEmpty();
    }

    @Test
    void a_value_whose_basis_is_unknown_is_unknown_even_if_one_stands_there() {
        assertThat(read("""
            {"design": {"target": {"basis": "unknown", "value": 20}}}\
            """).target()).isNull();
    }

    @Test
    void a_convention_that_nobody_here_knows_stays_open() {
        assertThat(read("""
            {"eligibility": {"ageConvention": {"basis": "stated", "value": "LUNAR"}}}\
            """).ageConvention()).isNull();
    }

    @Test
    void strata_are_names_of_facts_or_factors_with_levels() {
        assertThat(read("""
            {"design": {"strata": {"basis": "stated", "value":
             ["sex", {"stratum": "EDSS_BAND", "fact": "edss", "levels": ["3.0", "3.5"]}, {"title": "nameless"}]}}}\
            """).strata())
                .isEqualTo(List.of(
                        new Stratum("sex", "sex", List.of()), new Stratum("EDSS_BAND", "edss", List.of("3.0", "3.5"))));
    }
}
