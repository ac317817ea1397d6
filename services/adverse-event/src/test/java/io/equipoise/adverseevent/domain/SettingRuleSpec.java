package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.StoppingTrial.ANNA;
import static io.equipoise.adverseevent.domain.StoppingTrial.BORIS;
import static io.equipoise.adverseevent.domain.StoppingTrial.NOW;
import static io.equipoise.adverseevent.domain.StoppingTrial.RULE;
import static io.equipoise.adverseevent.domain.StoppingTrial.SET;
import static io.equipoise.adverseevent.domain.StoppingTrial.SEVERE_AND_RELATED;
import static io.equipoise.adverseevent.domain.StoppingTrial.STUDY;
import static io.equipoise.adverseevent.domain.StoppingTrial.TEN_PERCENT;
import static io.equipoise.adverseevent.domain.StoppingTrial.dosed;
import static io.equipoise.adverseevent.domain.StoppingTrial.severe;
import static io.equipoise.adverseevent.domain.StoppingTrial.signing;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.StoppingCommand.SetRule;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.adverseevent.domain.StoppingRule.Way;
import io.equipoise.platform.Specification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a stopping rule counts, and what is asked of it before. */
class SettingRuleSpec extends Specification<Stopping, StoppingCommand, SafetyFact> {
    private static final String WHY = "as the board's charter says";

    SettingRuleSpec() {
        super(Stopping.DECIDER);
    }

    @Test
    void a_rule_that_is_signed_counts_with_its_boundary_written_down() {
        given().when(signed(RULE)).then(SET);
    }

    @Test
    void a_rule_of_the_study_definition_counts_without_a_signature_under_its_version() {
        var facts =
                given().when(new SetRule(STUDY, RULE, true, 3, null, WHY, NOW)).accepted();
        assertThat(facts).singleElement().isInstanceOfSatisfying(StoppingRuleSet.class, set -> {
            assertThat(set.definitionVersion()).isEqualTo(3);
            assertThat(set.signature()).isNull();
        });
    }

    @Test
    void the_same_rule_again_changes_nothing() {
        given(SET).when(signed(RULE)).then();
    }

    @Test
    void a_stricter_rule_looks_at_what_was_seen_before_and_holds_at_once() {
        var stricter = with(Way.BAYESIAN, bayesian());
        assertThat(given(SET, dosed(ANNA), dosed(BORIS), severe(ANNA, "AE-1"), severe(BORIS, "AE-2"))
                        .when(signed(stricter))
                        .accepted())
                .hasSize(3)
                .hasExactlyElementsOfTypes(StoppingRuleSet.class, BoundaryCrossed.class, StudyHeld.class);
    }

    @Test
    void a_study_that_nobody_defined_has_no_rule() {
        given().when(new SetRule(STUDY, RULE, false, null, signing(Lifter.DATA_SAFETY_BOARD), WHY, NOW))
                .refused("STUDY_UNKNOWN");
    }

    @Test
    void what_is_not_stated_is_not_made_up_and_all_of_it_is_named() {
        var refusal = given().when(signed(with(Way.BAYESIAN, Map.of("planned", "20", "threshold", " "))))
                .refused("STOPPING_RULE_NOT_CONFIGURED");
        assertThat(refusal.detail()).startsWith("not configured");
        assertThat(refusal.pointers())
                .containsExactly(
                        "/rule/parameters/priorEvents",
                        "/rule/parameters/priorWithout",
                        "/rule/parameters/threshold",
                        "/rule/parameters/certainty",
                        "/rule/parameters/from");
        given().when(signed(with(Way.BOIN, Map.of()))).refused("STOPPING_RULE_NOT_CONFIGURED");
        given().when(signed(with(Way.EXACT, Map.of()))).refused("STOPPING_RULE_NOT_CONFIGURED");
    }

    @ParameterizedTest
    @CsvSource({
        "planned,0",
        "planned,101",
        "planned,-5",
        "planned,2.5",
        "acceptable,0",
        "acceptable,1",
        "acceptable,1.5",
        "acceptable,10 %",
        "allowed,0",
        "allowed,abc",
        "certainty,0.95"
    })
    void a_parameter_that_the_method_cannot_have_is_named(String name, String value) {
        assertThat(given().when(signed(with(Way.EXACT, changed(TEN_PERCENT, name, value))))
                        .refused("STOPPING_RULE_OUT_OF_RANGE")
                        .pointers())
                .containsExactly("/rule/parameters/" + name);
    }

    @ParameterizedTest
    @CsvSource({"from,0", "priorEvents,0", "priorWithout,0.5", "threshold,0", "certainty,1"})
    void nor_can_a_bayesian_rule_have_these(String name, String value) {
        given().when(signed(with(Way.BAYESIAN, changed(bayesian(), name, value))))
                .refused("STOPPING_RULE_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource({"target,0.5", "target,0", "planned,2"})
    void nor_boin_these(String name, String value) {
        given().when(signed(with(Way.BOIN, changed(Map.of("planned", "12", "target", "0.3"), name, value))))
                .refused("STOPPING_RULE_OUT_OF_RANGE");
    }

    @Test
    void three_plus_three_needs_no_number_and_boin_its_target() {
        assertThat(given().when(signed(with(Way.THREE_PLUS_THREE, Map.of()))).accepted())
                .hasSize(1);
        assertThat(given().when(signed(with(Way.BOIN, Map.of("planned", "12", "target", "0.3"))))
                        .accepted())
                .hasSize(1);
    }

    @Test
    void names_grades_windows_terms_and_lifters_have_to_make_sense() {
        var wrong = new StoppingRule(
                "severe",
                " ",
                new Countable(List.of(" "), 6, false, true, 0, null),
                Way.EXACT,
                TEN_PERCENT,
                Choice.HOLD,
                List.of());
        assertThat(given().when(signed(wrong))
                        .refused("STOPPING_RULE_OUT_OF_RANGE")
                        .pointers())
                .containsExactlyInAnyOrder(
                        "/rule/rule",
                        "/rule/title",
                        "/rule/liftedBy",
                        "/rule/counts/grade",
                        "/rule/counts/withinDays",
                        "/rule/counts/terms");
    }

    @Test
    void a_rule_is_signed_by_the_board_or_the_safety_officer_and_says_why() {
        given().when(new SetRule(STUDY, RULE, true, null, signing(), WHY, NOW)).refused("LIFT_NOT_YOURS");
        given().when(new SetRule(STUDY, RULE, true, null, signing(Lifter.SAFETY_OFFICER), "", NOW))
                .refused("REASON_MISSING");
    }

    private static SetRule signed(StoppingRule rule) {
        return new SetRule(STUDY, rule, true, null, signing(Lifter.DATA_SAFETY_BOARD), WHY, NOW);
    }

    private static StoppingRule with(Way way, Map<String, String> parameters) {
        return new StoppingRule(
                "SEVERE",
                "Severe related events",
                SEVERE_AND_RELATED,
                way,
                parameters,
                Choice.HOLD,
                List.of(Lifter.DATA_SAFETY_BOARD));
    }

    private static Map<String, String> bayesian() {
        return Map.of(
                "planned", "20",
                "priorEvents", "1",
                "priorWithout", "1",
                "threshold", "0.2",
                "certainty", "0.95",
                "from", "2");
    }

    private static Map<String, String> changed(Map<String, String> all, String name, String value) {
        var changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }
}
