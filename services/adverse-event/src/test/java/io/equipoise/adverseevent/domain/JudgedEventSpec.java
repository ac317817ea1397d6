package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Judges.AFTER_DOSE_1;
import static io.equipoise.adverseevent.domain.Judges.LIST_2;
import static io.equipoise.adverseevent.domain.Judges.PRODUCTS;
import static io.equipoise.adverseevent.domain.Judges.investigator;
import static io.equipoise.adverseevent.domain.Judges.sponsor;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.KNOWN;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.JudgementCommand.AssessCausality;
import io.equipoise.adverseevent.domain.JudgementCommand.AssessExpectedness;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import io.equipoise.platform.Specification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may think what of an event (CTR 536/2014 Annex III 2.3; ICH E2A). */
class JudgedEventSpec extends Specification<JudgedEvent, JudgementCommand, SafetyFact> {
    JudgedEventSpec() {
        super(JudgedEvent.DECIDER);
    }

    @Test
    void the_investigator_judges_a_product_a_route_and_a_dose() {
        given(ADMITTED_REPORTED)
                .when(assess(AFTER_DOSE_1, null))
                .then(new CausalityAssessed(REACTION, ANNA, AFTER_DOSE_1, null));
    }

    @Test
    void the_sponsor_may_think_more_of_it_without_saying_why() {
        given(ADMITTED_REPORTED, caused(investigator(Relation.POSSIBLE), null))
                .when(assess(sponsor(Relation.PROBABLE), null))
                .then(caused(sponsor(Relation.PROBABLE), null));
    }

    @Test
    void a_sponsor_who_thinks_less_of_it_than_the_investigator_says_why_and_both_are_kept() {
        var said = given(ADMITTED_REPORTED, caused(investigator(Relation.PROBABLE), null));
        said.when(assess(sponsor(Relation.UNRELATED), null)).refused("REASON_MISSING");
        said.when(assess(sponsor(Relation.UNRELATED), " ")).refused("REASON_MISSING");
        said.when(assess(sponsor(Relation.UNRELATED), "began before the infusion"))
                .then(caused(sponsor(Relation.UNRELATED), "began before the infusion"));
    }

    @Test
    void where_the_investigator_judged_no_product_the_relation_of_the_report_counts() {
        given(ADMITTED_REPORTED).when(assess(sponsor(Relation.UNLIKELY), null)).refused("REASON_MISSING");
        given(ADMITTED_REPORTED)
                .when(assess(sponsor(Relation.POSSIBLE), null))
                .then(caused(sponsor(Relation.POSSIBLE), null));
    }

    @Test
    void whoever_changes_a_judgement_says_why_and_the_same_again_changes_nothing() {
        var said = given(ADMITTED_REPORTED, caused(investigator(Relation.POSSIBLE), null));
        said.when(assess(investigator(Relation.POSSIBLE), null)).then();
        said.when(assess(investigator(Relation.UNLIKELY), null)).refused("REASON_MISSING");
        said.when(assess(investigator(Relation.UNLIKELY), "an infection was found"))
                .then(caused(investigator(Relation.UNLIKELY), "an infection was found"));
    }

    @Test
    void only_what_the_study_gives_can_have_caused_it() {
        var other = new CausalityAssessment(Assessor.SPONSOR, "ASPIRIN", null, null, Relation.POSSIBLE, "WHO-UMC");
        assertThat(given(ADMITTED_REPORTED)
                        .when(assess(other, null))
                        .refused("PRODUCT_UNKNOWN")
                        .pointers())
                .containsExactly("/product");
    }

    @Test
    void a_dose_that_was_not_given_caused_nothing() {
        var seventh = new CausalityAssessment(
                Assessor.INVESTIGATOR, "EXOSOMES", Route.INTRAVENOUS, 7, Relation.POSSIBLE, "WHO-UMC");
        assertThat(given(ADMITTED_REPORTED)
                        .when(assess(seventh, null))
                        .refused("DOSE_NOT_GIVEN")
                        .pointers())
                .containsExactly("/dose");
    }

    @Test
    void a_judgement_names_its_method() {
        for (var method : List.of(" ", "x".repeat(61), "two\nlines")) {
            var said =
                    new CausalityAssessment(Assessor.INVESTIGATOR, "EXOSOMES", null, null, Relation.POSSIBLE, method);
            given(ADMITTED_REPORTED).when(assess(said, null)).refused("METHOD_INVALID");
        }
    }

    @Test
    void nobody_judges_what_was_not_reported() {
        given().when(assess(AFTER_DOSE_1, null)).refused("ADVERSE_EVENT_UNKNOWN");
        given().when(expect(Expectedness.EXPECTED, "2.0", null)).refused("ADVERSE_EVENT_UNKNOWN");
        given(ADMITTED_REPORTED).when(assess(AFTER_DOSE_1, "x".repeat(2_001))).refused("REASON_TOO_LONG");
    }

    @Test
    void expectedness_is_judged_by_the_version_in_force_at_the_onset() {
        given(ADMITTED_REPORTED)
                .when(expect(Expectedness.UNEXPECTED, "2.0", null))
                .then(expected(Expectedness.UNEXPECTED, null));
        assertThat(given(ADMITTED_REPORTED)
                        .when(expect(Expectedness.UNEXPECTED, "3.0", null))
                        .refused("SAFETY_INFORMATION_NOT_IN_FORCE")
                        .detail())
                .contains("2.0", "2025-01-01");
    }

    @Test
    void without_safety_information_nothing_can_be_held_against_it() {
        given(ADMITTED_REPORTED)
                .when(new AssessExpectedness("EXOSOMES", "2.0", Expectedness.EXPECTED, null, null))
                .refused("SAFETY_INFORMATION_MISSING");
    }

    @Test
    void who_differs_from_the_list_says_why() {
        assertThat(given(ADMITTED_REPORTED)
                        .when(expect(Expectedness.EXPECTED, "2.0", null))
                        .refused("REASON_MISSING")
                        .detail())
                .contains("grade 3 is above the highest expected, 2");
        given(ADMITTED_REPORTED)
                .when(expect(Expectedness.EXPECTED, "2.0", "stay overnight was planned"))
                .then(expected(Expectedness.EXPECTED, "stay overnight was planned"));
    }

    @Test
    void the_same_expectedness_again_changes_nothing() {
        given(ADMITTED_REPORTED, expected(Expectedness.UNEXPECTED, null))
                .when(expect(Expectedness.UNEXPECTED, "2.0", null))
                .then();
    }

    @Test
    void a_judgement_can_be_read_in_one_line() {
        assertThat(new CausalityAssessed(REACTION, ANNA, AFTER_DOSE_1, null).words())
                .isEqualTo("Caused by EXOSOMES, INTRAVENOUS, dose 1: PROBABLE (INVESTIGATOR, WHO-UMC)");
        assertThat(expected(Expectedness.EXPECTED, null).words())
                .isEqualTo("EXPECTED of EXOSOMES by safety information 2.0");
    }

    private static CausalityAssessed caused(CausalityAssessment assessment, @Nullable String reason) {
        return new CausalityAssessed(REACTION, ANNA, assessment, reason);
    }

    private static ExpectednessAssessed expected(Expectedness result, @Nullable String reason) {
        return new ExpectednessAssessed(REACTION, ANNA, "EXOSOMES", "2.0", 1, result, reason);
    }

    private static AssessCausality assess(CausalityAssessment assessment, @Nullable String reason) {
        return new AssessCausality(assessment, reason, PRODUCTS, KNOWN);
    }

    private static AssessExpectedness expect(Expectedness result, String version, @Nullable String reason) {
        return new AssessExpectedness("EXOSOMES", version, result, reason, LIST_2);
    }
}
