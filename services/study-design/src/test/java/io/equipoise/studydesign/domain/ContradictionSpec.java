package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static io.equipoise.studydesign.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionSpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final StudyDefined REGISTERED =
            new StudyDefined(BIO, 1, "A study", AS_REGISTERED, List.of(), List.of());

    ContradictionSpec() {
        super(Study.decider(PublishedForm.form()));
    }

    @Test
    void a_ratio_of_arms_that_are_not_there_contradicts_itself() {
        assertThat(contradictions("design: {ratio: {basis: assumed, by: A, on: 2026-11-22, why: x, "
                        + "value: {EXOSOMES: 1, SALINE_2: 1}}}"))
                .containsExactly("/design/ratio/value/SALINE_2", "/design/ratio/value");
    }

    @Test
    void a_rule_that_asks_for_no_fact_contradicts_itself() {
        assertThat(contradictions("eligibility: {rules: [{rule: A, kind: INCLUSION, text: a, "
                        + "when: 'fact.edss > 1.0 && fact.weight > 1.0 && \"fact.height\" != \"\"'}]}"))
                .containsExactly("/eligibility/rules/0/when");
    }

    @Test
    void a_name_given_twice_contradicts_itself() {
        assertThat(contradictions("eligibility: {rules: [{rule: A, kind: INCLUSION, text: a, when: 'true'}, "
                        + "{rule: A, kind: EXCLUSION, text: b, when: 'true'}]}"))
                .containsExactly("/eligibility/rules/1/rule");
        assertThat(contradictions("design: {arms: [{arm: X, title: X}, {arm: X, title: Y}]}"))
                .containsExactly("/design/arms/1/arm");
    }

    @Test
    void masking_names_as_many_parties_as_it_says() {
        assertThat(contradictions("design: {maskedParties: {basis: assumed, by: A, on: 2026-11-22, why: x, "
                        + "value: [PARTICIPANT, INVESTIGATOR]}}"))
                .containsExactly("/design/maskedParties/value");
    }

    @Test
    void a_stratum_is_read_from_a_fact_of_the_study() {
        assertThat(contradictions("design: {strata: {basis: assumed, by: A, on: 2026-11-22, why: x, "
                        + "value: [{stratum: weight, fact: weight, levels: [LOW, HIGH]}]}}"))
                .containsExactly("/design/strata/value/0/fact");
    }

    private List<String> contradictions(String patch) {
        return given(REGISTERED)
                .when(new Patch(BIO, read(patch), NOW))
                .refused("DEFINITION_CONTRADICTS_ITSELF")
                .pointers();
    }
}
