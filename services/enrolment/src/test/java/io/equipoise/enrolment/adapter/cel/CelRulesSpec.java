package io.equipoise.enrolment.adapter.cel;

import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.AgeConvention;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.FactDefinition;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CelRulesSpec {
    final CelRules rules = new CelRules();

    static Map<String, Fact> eligible() {
        var facts = new LinkedHashMap<String, Fact>();
        Trial.eligibleFacts().forEach(fact -> facts.put(fact.fact(), fact));
        return facts;
    }

    static Fact fact(String name, String value) {
        return new Fact(name, value, SCREENED, "clinic");
    }

    /** The answer to a rule of NCT07146087 for somebody who is eligible but for this one fact. */
    Criterion bio(String rule, String fact, String value) {
        return bio(PROTOCOL, rule, fact, value);
    }

    Criterion bio(Protocol protocol, String rule, String fact, String value) {
        var facts = eligible();
        facts.put(fact, fact(fact, value));
        return find(rule, rules.assess(protocol, SCREENED, facts));
    }

    static Criterion find(String rule, List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    static FactDefinition asked(String name, FactType type, String... codes) {
        return new FactDefinition(name, name, type, List.of(codes), List.of(), null, null);
    }

    static Protocol study(List<FactDefinition> facts, String when) {
        return protocol(
                AgeConvention.COMPLETED_YEARS_INCLUSIVE, WashoutBoundary.EXCLUDES_WHEN_ON_BOUNDARY, facts, when);
    }

    static Protocol protocol(
            @Nullable AgeConvention age, @Nullable WashoutBoundary washout, List<FactDefinition> facts, String when) {
        return new Protocol(
                "NCT00000001",
                1,
                age,
                washout,
                facts,
                List.of(new Rule("RULE", "INCLUSION", "rule", when)),
                List.of(),
                null,
                List.of());
    }

    Answer answer(Protocol study, LocalDate screened, Fact... facts) {
        var known = new LinkedHashMap<String, Fact>();
        List.of(facts).forEach(fact -> known.put(fact.fact(), fact));
        return rules.assess(study, screened, known).getFirst().answer();
    }

    Answer aged(String when, int years) {
        var study = study(List.of(Trial.BIRTH), when);
        return answer(study, SCREENED, fact("birthDate", SCREENED.minusYears(years).toString()));
    }

    @Test
    void EL_1_a_closed_range_of_3647_accepts_45_and_refuses_46_and_17() {
        var when = "completedYears(fact.birthDate, screenedOn) >= 18 && completedYears(fact.birthDate, screenedOn) <= 45";
        assertThat(aged(when, 45)).isEqualTo(Answer.MET);
        assertThat(aged(when, 46)).isEqualTo(Answer.NOT_MET);
        assertThat(aged(when, 17)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void EL_2_a_lower_bound_of_8982_refuses_49_and_accepts_50_and_97() {
        var when = "completedYears(fact.birthDate, screenedOn) >= 50";
        assertThat(aged(when, 49)).isEqualTo(Answer.NOT_MET);
        assertThat(aged(when, 50)).isEqualTo(Answer.MET);
        assertThat(aged(when, 97)).isEqualTo(Answer.MET);
    }

    @Test
    void EL_3_an_upper_bound_of_7759_accepts_80_and_5_and_refuses_81() {
        var when = "completedYears(fact.birthDate, screenedOn) <= 80";
        assertThat(aged(when, 80)).isEqualTo(Answer.MET);
        assertThat(aged(when, 5)).isEqualTo(Answer.MET);
        assertThat(aged(when, 81)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void EL_3_a_child_needs_a_guardian_where_the_definition_says_so() {
        var study = study(
                List.of(Trial.BIRTH, asked("guardianAgreed", FactType.YES_NO)),
                "completedYears(fact.birthDate, screenedOn) >= 18 || fact.guardianAgreed");
        var five = fact("birthDate", SCREENED.minusYears(5).toString());
        assertThat(answer(study, SCREENED, five)).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(answer(study, SCREENED, five, fact("guardianAgreed", "NO"))).isEqualTo(Answer.NOT_MET);
        assertThat(answer(study, SCREENED, five, fact("guardianAgreed", "YES"))).isEqualTo(Answer.MET);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15, MET", "2026-03-16, NOT_MET"})
    void EL_4_a_newborn_of_7841_is_counted_in_days(LocalDate screened, Answer answer) {
        var study = study(List.of(Trial.BIRTH), "completedDays(fact.birthDate, screenedOn) <= 14");
        assertThat(answer(study, screened, fact("birthDate", "2026-03-01"))).isEqualTo(answer);
    }

    @Test
    void EL_4_an_age_kept_in_whole_years_does_not_pass_as_days() {
        var study = study(
                List.of(asked("ageYears", FactType.NUMBER)), "completedDays(fact.ageYears, screenedOn) <= 14");
        assertThat(answer(study, SCREENED, fact("ageYears", "0"))).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(rules.problems(study)).containsKey("RULE");
    }

    @ParameterizedTest
    @CsvSource({
        "1960-06-01, MET", // the day before the 66th birthday
        "1960-05-31, NOT_MET",
        "2008-05-31, MET", // the 18th birthday
        "2008-06-01, NOT_MET"
    })
    void EL_5_completed_years_are_inclusive_at_both_ends(String born, Answer answer) {
        assertThat(bio("AGE", "birthDate", born).answer()).isEqualTo(answer);
    }

    @Test
    void EL_5_where_the_convention_is_left_open_age_is_not_assessed() {
        var study = protocol(null, null, List.of(Trial.BIRTH), "completedYears(fact.birthDate, screenedOn) >= 18");
        assertThat(answer(study, SCREENED, fact("birthDate", "1980-05-17"))).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(rules.problems(study).get("RULE")).contains("ageConvention");
    }

    @Test
    void EL_6_a_definition_without_an_age_rule_asks_for_no_age() {
        var study = study(List.of(asked("sex", FactType.CODE, "FEMALE", "MALE")), "fact.sex == \"FEMALE\"");
        assertThat(rules.assess(study, SCREENED, Map.of("sex", fact("sex", "FEMALE"))))
                .extracting(Criterion::answer)
                .containsExactly(Answer.MET);
    }

    @Test
    void EL_7_sex_is_asked_only_where_the_definition_states_it() {
        var study = study(List.of(asked("sex", FactType.CODE, "FEMALE", "MALE")), "fact.sex == \"FEMALE\"");
        assertThat(answer(study, SCREENED, fact("sex", "MALE"))).isEqualTo(Answer.NOT_MET);
        assertThat(answer(study, SCREENED)).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void EL_8_a_healthy_person_is_refused_in_BIO_and_accepted_in_3647() {
        assertThat(bio("NO_HEALTHY_VOLUNTEERS", "healthyVolunteer", "YES").answer())
                .isEqualTo(Answer.NOT_MET);
        var healthyOnly = study(List.of(Trial.HEALTHY), "fact.healthyVolunteer");
        assertThat(answer(healthyOnly, SCREENED, fact("healthyVolunteer", "YES"))).isEqualTo(Answer.MET);
    }

    @ParameterizedTest
    @CsvSource({"2.5, NOT_MET", "3.0, MET", "3, MET", "3.00, MET", "6.5, MET", "7.0, NOT_MET"})
    void EL_9_the_EDSS_window_is_inclusive_and_exact(String edss, Answer answer) {
        assertThat(bio("EDSS", "edss", edss).answer()).isEqualTo(answer);
    }

    @Test
    void EL_9_an_impossible_score_is_never_assessed() {
        assertThat(bio("EDSS", "edss", "3.2").answer()).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(bio("EDSS", "edss", "11").answer()).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void EL_9_decimals_are_exact_where_binary_fractions_are_not() {
        var ratio = new FactDefinition(
                "ratio", "ratio", FactType.NUMBER, List.of(), List.of(), null, new BigDecimal("9"));
        var least = study(List.of(ratio), "fact.ratio > 0.3");
        assertThat(answer(least, SCREENED, fact("ratio", "0.3"))).isEqualTo(Answer.NOT_MET);
        assertThat(answer(least, SCREENED, fact("ratio", "0.300000000001"))).isEqualTo(Answer.MET);
        assertThat(rules.problems(study(List.of(ratio), "fact.ratio + fact.ratio > 0.3"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_PROGRESSIVE_MS, MET",
        "SECONDARY_PROGRESSIVE_MS, MET",
        "RELAPSING_REMITTING_MS, NOT_MET",
        "NONE, NOT_MET"
    })
    void EL_10_a_diagnosis_is_one_of_a_set(String diagnosis, Answer answer) {
        assertThat(bio("DIAGNOSIS", "diagnosis", diagnosis).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27, MET", "2026-02-28, NOT_MET", "2026-03-01, NOT_MET", "2026-06-01, NOT_MET", "NEVER, MET"})
    void EL_11_a_steroid_three_months_before_screening_on_2026_05_31(String steroid, Answer answer) {
        assertThat(bio("NO_RECENT_STEROID", "lastSteroidOn", steroid).answer()).isEqualTo(answer);
        assertThat(bio("NO_RECENT_RELAPSE", "lastRelapseOn", steroid).answer()).isEqualTo(answer);
    }

    @Test
    void EL_11_the_boundary_day_follows_the_declared_boundary() {
        var when = "!withinMonthsBefore(fact.lastSteroidOn, 3, screenedOn)";
        var lenient = protocol(null, WashoutBoundary.ALLOWS_WHEN_ON_BOUNDARY, List.of(Trial.STEROID), when);
        var open = protocol(null, null, List.of(Trial.STEROID), when);
        var boundary = fact("lastSteroidOn", "2026-02-28");
        assertThat(answer(lenient, SCREENED, boundary)).isEqualTo(Answer.MET);
        assertThat(answer(lenient, SCREENED, fact("lastSteroidOn", "2026-03-01"))).isEqualTo(Answer.NOT_MET);
        assertThat(answer(open, SCREENED, boundary)).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(rules.problems(open).get("RULE")).contains("washoutBoundary");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "otherNeurological, NO_OTHER_NEUROLOGICAL",
        "autoimmune, NO_AUTOIMMUNE",
        "activeInfection, NO_ACTIVE_INFECTION",
        "malignancy, NO_MALIGNANCY",
        "uncontrolledDisease, NO_UNCONTROLLED_DISEASE"
    })
    void EL_12_a_question_nobody_answered_is_not_assessed_which_is_not_no(String pair) {
        var fact = pair.split(", ")[0];
        var rule = pair.split(", ")[1];
        assertThat(bio(rule, fact, "NO").answer()).isEqualTo(Answer.MET);
        assertThat(bio(rule, fact, "YES").answer()).isEqualTo(Answer.NOT_MET);
        var facts = eligible();
        facts.remove(fact);
        var criterion = find(rule, rules.assess(PROTOCOL, SCREENED, facts));
        assertThat(criterion.answer()).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(criterion.because()).contains(fact);
    }

    @Test
    void EL_12_without_any_fact_every_criterion_is_not_assessed() {
        assertThat(rules.assess(PROTOCOL, SCREENED, Map.of()))
                .hasSize(11)
                .allSatisfy(criterion -> assertThat(criterion.answer()).isEqualTo(Answer.NOT_ASSESSED));
    }

    @Test
    void a_missing_fact_is_never_absorbed_by_the_rest_of_a_rule() {
        var study = study(List.of(Trial.HEALTHY, Trial.MALIGNANCY), "fact.healthyVolunteer || !fact.malignancy");
        assertThat(answer(study, SCREENED, fact("malignancy", "NO"))).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void every_answer_carries_the_facts_behind_it_and_says_why() {
        var criterion = bio("EDSS", "edss", "2.5");
        assertThat(criterion.facts()).containsExactly(fact("edss", "2.5"));
        assertThat(criterion.because()).isEqualTo("it does not hold: edss is 2.5 (observed 2026-05-31, clinic)");
        assertThat(bio("NO_RECENT_RELAPSE", "lastRelapseOn", "NEVER").because())
                .isEqualTo("it holds: lastRelapseOn never happened (observed 2026-05-31, clinic)");
    }

    @Test
    void the_definition_as_registered_has_no_rule_that_cannot_be_understood() {
        assertThat(rules.problems(PROTOCOL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "fact.edss >= \"3.0\"", "fact.shoeSize > 3", "fact.edss", "fact.edss >= 3.0 && (", "",
        "completedYears(fact.lastSteroidOn, screenedOn) > 1", "has(fact.edss)", "today() > screenedOn"
    })
    void a_rule_that_does_not_fit_its_facts_is_found_when_the_definition_arrives(String when) {
        var study = study(List.of(Trial.EDSS, Trial.STEROID), when);
        assertThat(rules.problems(study)).containsOnlyKeys("RULE");
        assertThat(answer(study, SCREENED, fact("edss", "4.5"))).isEqualTo(Answer.NOT_ASSESSED);
    }
}
