package io.equipoise.adverseevent.domain.alerting;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.DoseLink;
import io.equipoise.adverseevent.domain.Wards;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules a fact meets. Anna's reaction began 65 minutes after the start of her first dose. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluationSpec {
    private static final AlertRules ALL =
            new AlertRules(List.of("Infusion  Related reaction"), List.of("10051792"), 3, 120, true, true, true);
    private static final AlertRules NONE = new AlertRules(List.of(), List.of(), null, null, false, false, false);

    @Test
    void an_event_that_meets_every_rule_names_them_all_with_their_reasons() {
        assertThat(new Evaluation(ALL).of(Trigger.Told.of(ADMITTED_REPORTED)))
                .containsExactly(
                        new MetRule(RuleKind.SERIOUS, "a criterion of seriousness is met: hospitalization"),
                        new MetRule(
                                RuleKind.INFUSION_REACTION, "onset 65 min after the start of a dose, within 120 min"),
                        new MetRule(RuleKind.SPECIAL_INTEREST, "the term has Infusion Related reaction"),
                        new MetRule(RuleKind.GRADE, "grade 3 is at least 3"));
    }

    @Test
    void a_serious_event_is_met_where_every_other_rule_is_off() {
        assertThat(kinds(NONE, Trigger.Told.of(ADMITTED_REPORTED))).containsExactly(RuleKind.SERIOUS);
        assertThat(kinds(NONE, Trigger.Told.of(MILD_REPORTED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64, false", "65, true", "66, true"})
    void a_reaction_counts_up_to_the_minute_that_is_said(int within, boolean met) {
        var rules = new AlertRules(List.of(), List.of(), null, within, false, false, false);
        assertThat(kinds(rules, Trigger.Told.of(MILD_REPORTED)).contains(RuleKind.INFUSION_REACTION))
                .isEqualTo(met);
    }

    @Test
    void an_onset_before_the_dose_or_of_unknown_time_is_no_infusion_reaction() {
        var before = new Trigger.Told(REACTION, ANNA, 1, Wards.MILD, new DoseLink(1, "K-1", "P-1", -1L));
        var dayOnly = new Trigger.Told(REACTION, ANNA, 1, Wards.MILD, new DoseLink(1, "K-1", "P-1", null));
        assertThat(kinds(ALL, before)).doesNotContain(RuleKind.INFUSION_REACTION);
        assertThat(kinds(ALL, dayOnly)).doesNotContain(RuleKind.INFUSION_REACTION);
    }

    @ParameterizedTest
    @CsvSource({"infusion, true", "REACTION, true", "related-reaction, true", "act, false", "infusion reaction, false"})
    void a_term_of_special_interest_is_found_as_whole_words_whatever_their_case(String term, boolean met) {
        var rules = new AlertRules(List.of(term), List.of(), null, null, false, false, false);
        assertThat(kinds(rules, Trigger.Told.of(MILD_REPORTED)).contains(RuleKind.SPECIAL_INTEREST))
                .isEqualTo(met);
    }

    @Test
    void a_code_of_special_interest_is_found_where_the_term_is_not() {
        var rules = new AlertRules(List.of("seizure"), List.of("10051792"), null, null, false, false, false);
        assertThat(new Evaluation(rules).of(coded("10051792")))
                .containsExactly(new MetRule(RuleKind.SPECIAL_INTEREST, "coded as 10051792 (MEDDRA 28.0)"));
        assertThat(kinds(rules, coded("10051793"))).isEmpty();
    }

    @Test
    void the_code_of_a_preferred_term_stands_for_what_counts_under_it() {
        var rules = new AlertRules(List.of(), List.of("10051792"), null, null, false, false, false);
        assertThat(new Evaluation(rules).of(coded("10000001", "10051792")))
                .containsExactly(new MetRule(RuleKind.SPECIAL_INTEREST, "coded under 10051792 (MEDDRA 28.0)"));
    }

    @Test
    void a_code_meets_no_rule_but_that_of_special_interest() {
        assertThat(kinds(ALL, coded("10051792"))).isSubsetOf(RuleKind.SPECIAL_INTEREST);
    }

    private static Trigger.Coded coded(String... codes) {
        return new Trigger.Coded(REACTION, ANNA, Wards.ADMITTED, "MEDDRA 28.0", List.of(codes));
    }

    @Test
    void what_other_parts_find_calls_unless_it_is_switched_off() {
        var cluster = new Trigger.Cluster("LC-P-0001-2", REACTION, ANNA, "P-0001", 2);
        var clock = new Trigger.ClockAtRisk("CL-1", REACTION, ANNA, "FDA", LocalDate.parse("2025-03-18"));
        var boundary = new Trigger.Boundary("SB-1", REACTION, ANNA, "deaths");
        assertThat(new Evaluation(AlertRules.USUAL).of(cluster))
                .containsExactly(new MetRule(RuleKind.LOT_CLUSTER, "2 people of lot P-0001 had the like"));
        assertThat(kinds(AlertRules.USUAL, clock)).containsExactly(RuleKind.CLOCK_AT_RISK);
        assertThat(kinds(AlertRules.USUAL, boundary)).containsExactly(RuleKind.STOPPING_BOUNDARY);
        for (var trigger : List.of(cluster, clock, boundary)) {
            assertThat(kinds(NONE, trigger)).isEmpty();
        }
    }

    @Test
    void nothing_that_is_said_of_a_fact_names_a_subject() {
        var told = new AdverseEventReported(REACTION, ANNA, Wards.ADMITTED, Wards.AN_HOUR_IN, null);
        assertThat(new Evaluation(ALL).of(Trigger.Told.of(told)).toString()).doesNotContain(ANNA.toString());
    }

    private static List<RuleKind> kinds(AlertRules rules, Trigger trigger) {
        return new Evaluation(rules).of(trigger).stream().map(MetRule::kind).toList();
    }
}
