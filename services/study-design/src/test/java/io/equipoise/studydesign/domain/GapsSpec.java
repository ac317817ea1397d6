package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GapsSpec {
    private static final Definition BIO = new Definition(AS_REGISTERED);
    private static final String TWO_ARMS = "arms: [{arm: A, title: A}, {arm: B, title: B}]";

    @Test
    void the_registered_study_is_well_formed_and_has_exactly_five_gaps() {
        assertThat(PublishedForm.form().flaws().apply(AS_REGISTERED)).isEmpty();
        assertThat(Contradiction.in(BIO)).isEmpty();
        assertThat(Need.gaps(BIO))
                .containsExactly(
                        new Gap("/dosing/amount", "dose amount", "dose amount"),
                        new Gap("/dosing/volume", "infusion volume", "infusion volume"),
                        new Gap("/dosing/firstDose", "first-dose anchor", "first-dose anchor"),
                        new Gap("/design/ratio", "allocation ratio", "allocation ratio"),
                        new Gap("/design/maskedParties", "masked parties", "masked parties"));
    }

    @Test
    void what_else_nobody_knows_is_listed_apart() {
        assertThat(Need.open(BIO))
                .extracting(OpenValue::path)
                .containsExactly(
                        "/design/strata",
                        "/dosing/minimumGap",
                        "/dosing/window",
                        "/imaging/scans",
                        "/safety/escalateAfter",
                        "/consent/versions");
    }

    @Test
    void with_the_assumptions_nothing_is_missing_and_every_assumption_stays_visible() {
        var assumed = BIO.patched(ASSUMPTIONS);
        assertThat(PublishedForm.form().flaws().apply(assumed.tree())).isEmpty();
        assertThat(Contradiction.in(assumed)).isEmpty();
        assertThat(Need.gaps(assumed)).isEmpty();
        assertThat(Need.open(assumed)).isEmpty();
        assertThat(Need.assumptions(assumed)).hasSize(12).allSatisfy(value -> {
            assertThat(value.note("by")).isEqualTo("demonstration");
            assertThat(value.note("why")).isNotBlank();
            assertThat(value.note("on")).isEqualTo("2026-11-22");
        });
    }

    @Test
    void a_patch_keeps_the_words_of_the_source() {
        var status = BIO.patched(ASSUMPTIONS).known("/status").orElseThrow();
        assertThat(status.value()).isEqualTo("RECRUITING");
        assertThat(status.note("text")).isEqualTo("Suspended");
    }

    @Test
    void a_ratio_is_asked_of_two_randomized_arms_only() {
        assertThat(gaps("design: {" + TWO_ARMS + ", allocation: {basis: stated, value: RANDOMIZED}}"))
                .contains("/design/ratio");
        assertThat(gaps("design: {" + TWO_ARMS + ", allocation: {basis: stated, value: NON_RANDOMIZED}}"))
                .doesNotContain("/design/ratio");
        assertThat(gaps("design: {arms: [{arm: A, title: A}]}")).doesNotContain("/design/ratio", "/design/allocation");
        assertThat(gaps("design: {" + TWO_ARMS + "}")).contains("/design/allocation", "/design/masking");
    }

    @Test
    void a_randomized_study_needs_arms_to_choose_from() {
        assertThat(gaps("design: {allocation: {basis: stated, value: RANDOMIZED}}"))
                .contains("/design/arms");
    }

    @Test
    void masked_parties_are_asked_where_somebody_is_masked() {
        assertThat(gaps("design: {masking: {basis: stated, value: DOUBLE}}")).contains("/design/maskedParties");
        assertThat(gaps("design: {masking: {basis: stated, value: NONE}}")).doesNotContain("/design/maskedParties");
    }

    @Test
    void a_dose_is_asked_where_something_is_given() {
        assertThat(gaps("title: nothing is given to people")).noneMatch(path -> path.startsWith("/dosing"));
        assertThat(gaps("dosing: {}"))
                .contains("/dosing/amount", "/dosing/route", "/dosing/firstDose", "/dosing/administrations");
    }

    @Test
    void a_volume_is_asked_of_infusions_and_an_interval_of_repeats() {
        assertThat(gaps("dosing: {route: {basis: stated, value: INTRAVENOUS}}")).contains("/dosing/volume");
        assertThat(gaps("dosing: {route: {basis: stated, value: INHALATION}}")).doesNotContain("/dosing/volume");
        assertThat(gaps("dosing: {administrations: {basis: stated, value: 2}}")).contains("/dosing/interval");
        assertThat(gaps("dosing: {administrations: {basis: stated, value: 1}}")).doesNotContain("/dosing/interval");
    }

    @Test
    void no_rules_are_not_no_limits() {
        assertThat(gaps("eligibility: {rules: []}")).contains("/eligibility/rules");
        assertThat(gaps("title: no rules")).contains("/eligibility/rules", "/design/target");
    }

    @Test
    void a_rule_that_counts_years_needs_to_know_how() {
        assertThat(gaps("eligibility: {rules: [{rule: A, when: 'completedYears(fact.b, screenedOn) > 1'}]}"))
                .contains("/eligibility/ageConvention")
                .doesNotContain("/eligibility/washoutBoundary");
    }

    private static List<String> gaps(String yaml) {
        return Need.gaps(new Definition(Definitions.read(yaml))).stream()
                .map(Gap::path)
                .toList();
    }
}
