package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static io.equipoise.studydesign.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @Acceptance("AL-9")
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        product: GEL                                                                        | /product
        cohort: L1                                                                          | /cohort
        period: P1                                                                          | /period
        amount: {value: {per: DOSE, low: '2e10', high: '1.9e10', unit: ug}}                 | /amount/value/high
        amount: {value: {per: DOSE, sequence: ['8', '4', '8'], unit: ug}}                   | /amount/value/sequence
        route: {value: [INTRAVENOUS, INTRA_ARTERIAL]}                                       | /route/value
        minimumGap: {basis: assumed, by: A, on: 2026-11-22, why: x, value: P85D}            | /minimumGap/value
        schedule: {value: {kind: DAILY, times: 3, days: 2, slots: ['08:00'], interval: null, count: null, until: null}} | /schedule/value/slots
        infusionMinutes: {basis: stated, value: {from: 20, to: 15}}                         | /infusionMinutes/value/to
        """)
    void a_course_speaks_of_what_the_study_has_and_counts_once(String patch, String path) {
        var stated = patch.replace("amount: {", "amount: {basis: stated, ");
        assertThat(contradictions("dosing: {courses: {INFUSION: {" + stated + "}}}"))
                .containsExactly("/dosing/courses/0" + path);
    }

    @Test
    @Acceptance("AL-8")
    void cohorts_are_of_unequal_sizes_and_add_up_to_the_target() {
        var cohorts = "design: {cohorts: {basis: stated, value: [{cohort: L1, title: A, order: 1, size: 7}, "
                + "{cohort: L2, title: B, order: 2, size: %d}]}}";
        assertThat(contradictions(cohorts.formatted(12))).containsExactly("/design/cohorts/value");
        assertThat(given(REGISTERED)
                        .when(new Patch(BIO, read(cohorts.formatted(13)), NOW))
                        .accepted())
                .hasSize(1);
    }

    @Test
    void a_sequence_gives_a_product_in_a_period_of_the_study() {
        assertThat(contradictions("design: {arms: {EXOSOMES: {periods: {P1: SALINE, P2: WATER}}}, "
                        + "periods: {basis: stated, value: [{period: P2, from: P0W, to: P24W}]}}"))
                .containsExactly("/design/arms/0/periods/P1", "/design/arms/0/periods/P2");
    }

    @Test
    void nobody_old_enough_to_sign_gives_assent() {
        assertThat(contradictions("eligibility: {guardian: {basis: stated, value: {below: 18, assentFrom: 19}}}"))
                .containsExactly("/eligibility/guardian/value/assentFrom");
    }

    private List<String> contradictions(String patch) {
        return given(REGISTERED)
                .when(new Patch(BIO, read(patch), NOW))
                .refused("DEFINITION_CONTRADICTS_ITSELF")
                .pointers();
    }
}
