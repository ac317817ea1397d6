package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.domain.Gap.Blocks.DOSING;
import static io.equipoise.studydesign.domain.Gap.Blocks.ENROLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
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
    @Acceptance("AL-1")
    void the_registered_study_is_well_formed_and_has_exactly_five_gaps() {
        assertThat(PublishedForm.form().flaws().apply(AS_REGISTERED)).isEmpty();
        assertThat(Contradiction.in(BIO)).isEmpty();
        assertThat(Need.gaps(BIO))
                .containsExactly(
                        new Gap("/dosing/courses/0/amount", "dose amount", "dose amount", DOSING),
                        new Gap("/dosing/courses/0/volume", "infusion volume", "infusion volume", DOSING),
                        new Gap("/dosing/firstDose", "first-dose anchor", "first-dose anchor", DOSING),
                        new Gap("/design/ratio", "allocation ratio", "allocation ratio", ENROLMENT),
                        new Gap("/design/maskedParties", "masked parties", "masked parties", ENROLMENT));
    }

    @Test
    void what_else_nobody_knows_is_listed_apart() {
        assertThat(Need.open(BIO))
                .extracting(OpenValue::path)
                .containsExactly(
                        "/startDate",
                        "/countries",
                        "/products/0/source",
                        "/design/strata",
                        "/dosing/dayOrigin",
                        "/dosing/courses/0/minimumGap",
                        "/dosing/courses/0/window",
                        "/visits",
                        "/assessments/value/2/instrument",
                        "/assessments/value/3/instrument",
                        "/assessments/value/4/instrument",
                        "/imaging/scans",
                        "/safety/escalateAfter",
                        "/consent/versions",
                        "/questions/0/answer",
                        "/questions/1/answer",
                        "/questions/2/answer");
    }

    @Test
    void with_the_assumptions_nothing_is_missing_and_every_assumption_stays_visible() {
        var assumed = BIO.patched(ASSUMPTIONS);
        assertThat(PublishedForm.form().flaws().apply(assumed.tree())).isEmpty();
        assertThat(Contradiction.in(assumed)).isEmpty();
        assertThat(Need.gaps(assumed)).isEmpty();
        assertThat(Need.open(assumed))
                .hasSize(11)
                .noneMatch(value -> value.path().startsWith("/dosing/courses"));
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
        assertThat(gaps("dosing: {courses: []}")).noneMatch(path -> path.startsWith("/dosing"));
        assertThat(gaps("dosing: {courses: [{course: A, title: A}]}"))
                .contains(
                        "/dosing/courses/0/amount",
                        "/dosing/courses/0/route",
                        "/dosing/courses/0/schedule",
                        "/dosing/firstDose",
                        "/products");
    }

    @Test
    void a_volume_is_asked_of_infusions_and_of_concentrations() {
        var volume = "/dosing/courses/0/volume";
        assertThat(course("route: {basis: stated, value: INTRAVENOUS}")).contains(volume);
        assertThat(course("route: {basis: stated, value: [INTRAVENOUS, INHALATION]}"))
                .contains(volume);
        assertThat(course("route: {basis: stated, value: INHALATION}")).doesNotContain(volume);
        assertThat(course("amount: {basis: stated, value: {per: ML, number: '2', unit: particles}}"))
                .contains(volume);
        assertThat(course("route: {basis: stated, value: INTRAVENOUS}, "
                        + "amount: {basis: stated, value: {per: DOSE, number: '15', unit: mL}}"))
                .doesNotContain(volume);
        assertThat(course("route: {basis: stated, value: INTRAVENOUS}, amount: {basis: stated, value: {per: MATCHED}}"))
                .doesNotContain(volume);
    }

    @Test
    void a_count_without_spacing_a_week_without_weekdays_and_days_without_an_origin_are_gaps() {
        var schedule = "/dosing/courses/0/schedule";
        assertThat(course("schedule: {basis: stated, value: {kind: COUNT, count: 5}}"))
                .contains(schedule);
        assertThat(course("schedule: {basis: stated, value: {kind: COUNT, count: 1}}"))
                .doesNotContain(schedule);
        assertThat(course("schedule: {basis: stated, value: {kind: WEEKLY, times: 2, weeks: 12}}"))
                .contains(schedule);
        assertThat(course("schedule: {basis: stated, value: {kind: WEEKLY, times: 1, weeks: 2, weekdays: [MONDAY]}}"))
                .doesNotContain(schedule);
        assertThat(course("schedule: {basis: stated, value: {kind: DAYS, days: [1, 4]}}"))
                .contains("/dosing/dayOrigin")
                .doesNotContain(schedule);
    }

    @Test
    void a_dose_per_kilogram_asks_which_weight() {
        assertThat(course("amount: {basis: stated, value: {per: KG, number: '100', unit: ug}}"))
                .contains("/dosing/weight");
        assertThat(course("amount: {basis: stated, value: {per: DOSE, number: '100', unit: ug}}"))
                .doesNotContain("/dosing/weight");
    }

    @Test
    void a_course_with_its_own_anchor_does_not_ask_for_another() {
        assertThat(course("firstDose: {basis: unknown}"))
                .contains("/dosing/courses/0/firstDose")
                .doesNotContain("/dosing/firstDose");
        assertThat(course("schedule: {basis: stated, value: {kind: AS_NEEDED, atMost: 3, per: P1D}}"))
                .noneMatch(path -> path.endsWith("/firstDose"));
    }

    @Test
    void levels_ask_for_their_sizes_and_for_what_opens_the_next() {
        assertThat(gaps("design: {cohorts: {basis: stated, value: [{cohort: L1, title: 1, order: 1, size: 3}, "
                        + "{cohort: L2, title: 2, order: 2}]}}"))
                .contains("/design/cohorts", "/design/escalation");
        assertThat(gaps("design: {cohorts: {basis: stated, value: [{cohort: L1, title: 1, order: 1, size: 3}]}}"))
                .doesNotContain("/design/cohorts", "/design/escalation");
    }

    @Test
    void a_question_that_blocks_is_a_gap_until_it_is_answered() {
        var asked = "questions: [{question: Q, text: cell release tests, blocks: DOSING, answer: {basis: %s}}, "
                + "{question: R, text: colour, blocks: NOTHING}]";
        assertThat(all(asked.formatted("unknown")))
                .contains(new Gap("/questions/0/answer", "cell release tests", null, DOSING))
                .noneMatch(gap -> gap.path().startsWith("/questions/1"));
        assertThat(gaps(asked.formatted("stated, value: none"))).noneMatch(path -> path.startsWith("/questions"));
    }

    @Test
    void a_question_about_a_value_gives_its_gap_a_name() {
        var given = "dosing: {courses: [{course: A, title: A, schedule: {basis: %s}}]}\n"
                + "questions: [{question: C, text: count, blocks: DOSING, about: /dosing/courses/0/schedule}, "
                + "{question: S, text: distance, blocks: DOSING, about: /dosing/courses/0/schedule}]";
        assertThat(all(given.formatted("unknown, text: daily or so")))
                .contains(
                        new Gap("/dosing/courses/0/schedule", "count", "daily or so", DOSING),
                        new Gap("/dosing/courses/0/schedule", "distance", "daily or so", DOSING));
        assertThat(gaps(given.formatted("stated, value: {kind: ONCE}")))
                .doesNotContain("/dosing/courses/0/schedule")
                .noneMatch(path -> path.startsWith("/questions"));
    }

    @Test
    void no_rules_are_not_no_limits() {
        var confirmation = "/eligibility/noRulesConfirmed";
        assertThat(gaps("eligibility: {rules: []}")).contains(confirmation);
        assertThat(gaps("title: no rules")).contains(confirmation, "/design/target");
        assertThat(gaps("eligibility: {rules: [{rule: A, when: 'completedYears(fact.birthDate, screenedOn) > 1'}]}"))
                .contains(confirmation);
        assertThat(gaps("eligibility: {rules: [{rule: A, when: 'fact.malignancy'}]}"))
                .doesNotContain(confirmation);
        assertThat(gaps("eligibility: {noRulesConfirmed: {basis: stated, value: read twice}}"))
                .doesNotContain(confirmation);
    }

    @Test
    void a_rule_that_counts_years_needs_to_know_how() {
        assertThat(gaps("eligibility: {rules: [{rule: A, when: 'completedYears(fact.b, screenedOn) > 1'}]}"))
                .contains("/eligibility/ageConvention")
                .doesNotContain("/eligibility/washoutBoundary");
    }

    private static List<String> course(String fields) {
        return gaps("dosing: {courses: [{course: A, title: A, " + fields + "}]}");
    }

    private static List<String> gaps(String yaml) {
        return all(yaml).stream().map(Gap::path).toList();
    }

    private static List<Gap> all(String yaml) {
        return Need.gaps(new Definition(Definitions.read(yaml)));
    }
}
