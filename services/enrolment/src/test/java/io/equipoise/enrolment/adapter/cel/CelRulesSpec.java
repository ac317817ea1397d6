package io.equipoise.enrolment.adapter.cel;

import static io.equipoise.enrolment.adapter.cel.RuleQuestions.asked;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.eligible;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.fact;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.find;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.protocol;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.study;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.FactDefinition;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.enrolment.domain.WashoutBoundary;
import io.equipoise.platform.Acceptance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CelRulesSpec {
    private final RuleQuestions ask = new RuleQuestions();

    @Test
    void EL_6_a_definition_without_an_age_rule_asks_for_no_age() {
        var study = study(List.of(asked("sex", FactType.CODE, "FEMALE", "MALE")), "fact.sex == \"FEMALE\"");
        assertThat(ask.rules.assess(study, SCREENED, Map.of("sex", fact("sex", "FEMALE"))))
                .extracting(Criterion::answer)
                .containsExactly(Answer.MET);
    }

    @Test
    void EL_7_sex_is_asked_only_where_the_definition_states_it() {
        var study = study(List.of(asked("sex", FactType.CODE, "FEMALE", "MALE")), "fact.sex == \"FEMALE\"");
        assertThat(ask.answer(study, SCREENED, fact("sex", "MALE"))).isEqualTo(Answer.NOT_MET);
        assertThat(ask.answer(study, SCREENED)).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void EL_8_a_healthy_person_is_refused_in_BIO_and_accepted_in_3647() {
        assertThat(ask.bio("NO_HEALTHY_VOLUNTEERS", "healthyVolunteer", "YES").answer())
                .isEqualTo(Answer.NOT_MET);
        var healthyOnly = study(List.of(Trial.HEALTHY), "fact.healthyVolunteer");
        assertThat(ask.answer(healthyOnly, SCREENED, fact("healthyVolunteer", "YES")))
                .isEqualTo(Answer.MET);
    }

    @ParameterizedTest
    @CsvSource({"2.5, NOT_MET", "3.0, MET", "3, MET", "3.00, MET", "6.5, MET", "7.0, NOT_MET"})
    @Acceptance("EL-9")
    void EL_9_the_EDSS_window_is_inclusive_and_exact(String edss, Answer answer) {
        assertThat(ask.bio("EDSS", "edss", edss).answer()).isEqualTo(answer);
    }

    @Test
    void EL_9_an_impossible_score_is_never_assessed() {
        assertThat(ask.bio("EDSS", "edss", "3.2").answer()).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(ask.bio("EDSS", "edss", "11").answer()).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void EL_9_decimals_are_exact_where_binary_fractions_are_not() {
        var ratio =
                new FactDefinition("ratio", "ratio", FactType.NUMBER, List.of(), List.of(), null, new BigDecimal("9"));
        var least = study(List.of(ratio), "fact.ratio > 0.3");
        assertThat(ask.answer(least, SCREENED, fact("ratio", "0.3"))).isEqualTo(Answer.NOT_MET);
        assertThat(ask.answer(least, SCREENED, fact("ratio", "0.300000000001"))).isEqualTo(Answer.MET);
        assertThat(ask.rules.problems(study(List.of(ratio), "fact.ratio + fact.ratio > 0.3")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_PROGRESSIVE_MS, MET",
        "SECONDARY_PROGRESSIVE_MS, MET",
        "RELAPSING_REMITTING_MS, NOT_MET",
        "NONE, NOT_MET"
    })
    @Acceptance("EL-10")
    void EL_10_a_diagnosis_is_one_of_a_set(String diagnosis, Answer answer) {
        assertThat(ask.bio("DIAGNOSIS", "diagnosis", diagnosis).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27, MET", "2026-02-28, NOT_MET", "2026-03-01, NOT_MET", "2026-06-01, NOT_MET", "NEVER, MET"})
    @Acceptance("EL-11")
    void EL_11_a_steroid_three_months_before_screening_on_2026_05_31(String steroid, Answer answer) {
        assertThat(ask.bio("NO_RECENT_STEROID", "lastSteroidOn", steroid).answer())
                .isEqualTo(answer);
        assertThat(ask.bio("NO_RECENT_RELAPSE", "lastRelapseOn", steroid).answer())
                .isEqualTo(answer);
    }

    @Test
    void EL_11_the_boundary_day_follows_the_declared_boundary() {
        var when = "!withinMonthsBefore(fact.lastSteroidOn, 3, screenedOn)";
        var lenient = protocol(null, WashoutBoundary.PASSES_WHEN_ON_BOUNDARY, List.of(Trial.STEROID), when);
        var open = protocol(null, null, List.of(Trial.STEROID), when);
        var boundary = fact("lastSteroidOn", "2026-02-28");
        assertThat(ask.answer(lenient, SCREENED, boundary)).isEqualTo(Answer.MET);
        assertThat(ask.answer(lenient, SCREENED, fact("lastSteroidOn", "2026-03-01")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(ask.answer(open, SCREENED, boundary)).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(ask.rules.problems(open).get("RULE")).contains("washoutBoundary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otherNeurological, NO_OTHER_NEUROLOGICAL",
                "autoimmune, NO_AUTOIMMUNE",
                "activeInfection, NO_ACTIVE_INFECTION",
                "malignancy, NO_MALIGNANCY",
                "uncontrolledDisease, NO_UNCONTROLLED_DISEASE"
            })
    @Acceptance("EL-12")
    void EL_12_a_question_nobody_answered_is_not_assessed_which_is_not_no(String pair) {
        var fact = pair.split(", ")[0];
        var rule = pair.split(", ")[1];
        assertThat(ask.bio(rule, fact, "NO").answer()).isEqualTo(Answer.MET);
        assertThat(ask.bio(rule, fact, "YES").answer()).isEqualTo(Answer.NOT_MET);
        var facts = eligible();
        facts.remove(fact);
        var criterion = find(rule, ask.rules.assess(PROTOCOL, SCREENED, facts));
        assertThat(criterion.answer()).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(criterion.because()).contains(fact);
    }

    @Test
    void EL_12_without_any_fact_every_criterion_is_not_assessed() {
        assertThat(ask.rules.assess(PROTOCOL, SCREENED, Map.of()))
                .hasSize(11)
                .allSatisfy(criterion -> assertThat(criterion.answer()).isEqualTo(Answer.NOT_ASSESSED));
    }

    @Test
    void a_missing_fact_is_never_absorbed_by_the_rest_of_a_rule() {
        var study = study(List.of(Trial.HEALTHY, Trial.MALIGNANCY), "fact.healthyVolunteer || !fact.malignancy");
        assertThat(ask.answer(study, SCREENED, fact("malignancy", "NO"))).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void every_answer_carries_the_facts_behind_it_and_says_why() {
        var criterion = ask.bio("EDSS", "edss", "2.5");
        assertThat(criterion.facts()).containsExactly(fact("edss", "2.5"));
        assertThat(criterion.because()).isEqualTo("it does not hold: edss is 2.5 (observed 2026-05-31, clinic)");
        assertThat(ask.bio("NO_RECENT_RELAPSE", "lastRelapseOn", "NEVER").because())
                .isEqualTo("it holds: lastRelapseOn never happened (observed 2026-05-31, clinic)");
    }

    @Test
    void the_definition_as_registered_has_no_rule_that_cannot_be_understood() {
        assertThat(ask.rules.problems(PROTOCOL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fact.edss >= \"3.0\"",
                "fact.shoeSize > 3",
                "fact.edss",
                "fact.edss >= 3.0 && (",
                "",
                "completedYears(fact.lastSteroidOn, screenedOn) > 1",
                "has(fact.edss)",
                "today() > screenedOn"
            })
    void a_rule_that_does_not_fit_its_facts_is_found_when_the_definition_arrives(String when) {
        var study = study(List.of(Trial.EDSS, Trial.STEROID), when);
        assertThat(ask.rules.problems(study)).containsOnlyKeys("RULE");
        assertThat(ask.answer(study, SCREENED, fact("edss", "4.5"))).isEqualTo(Answer.NOT_ASSESSED);
    }
}
