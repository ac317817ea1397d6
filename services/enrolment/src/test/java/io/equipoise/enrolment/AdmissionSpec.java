package io.equipoise.enrolment;

import static io.equipoise.enrolment.TrialQuestions.BIRTH;
import static io.equipoise.enrolment.TrialQuestions.CONFIRMED;
import static io.equipoise.enrolment.TrialQuestions.SCREENED;
import static io.equipoise.enrolment.TrialQuestions.YEARS;
import static io.equipoise.enrolment.TrialQuestions.aged;
import static io.equipoise.enrolment.TrialQuestions.is;
import static io.equipoise.enrolment.TrialQuestions.study;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.FactDefinition;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.platform.Acceptance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who may come at all: sex, health, named-only rules, and the confirmation that nothing else is asked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdmissionSpec {
    private final TrialQuestions trials = new TrialQuestions();

    @Test
    @Acceptance("EL-7")
    void SEN_states_no_sex_which_is_null_and_not_all() {
        var sen = study("\"sex\":{\"basis\":\"unknown\",\"text\":\"sex\"}");
        assertThat(sen.admission().sex().value()).isNull();
        assertThat(trials.answer(sen, "SEX")).isEqualTo(Answer.NOT_ASSESSED);
        var all = study("\"sex\":{\"basis\":\"stated\",\"value\":\"ALL\"}");
        assertThat(all.admission().sex().value()).isEqualTo("ALL");
        assertThat(all.rules()).extracting(Rule::rule).doesNotContain("SEX");
        var case44 = study("\"sex\":{\"basis\":\"stated\",\"value\":\"FEMALE\"}");
        assertThat(trials.answer(case44, "SEX", is("sex", "FEMALE"))).isEqualTo(Answer.MET);
        assertThat(trials.answer(case44, "SEX", is("sex", "MALE"))).isEqualTo(Answer.NOT_MET);
        assertThat(case44.factNames()).containsExactly("sex");
    }

    @Test
    @Acceptance("EL-8")
    void a_healthy_person_is_refused_in_BIO_and_accepted_in_3647_and_unstated_is_neither() {
        var healthy = is("healthyVolunteer", "YES");
        var patient = is("healthyVolunteer", "NO");
        var bio = study("\"healthyVolunteers\":{\"basis\":\"stated\",\"value\":\"REFUSED\"}");
        assertThat(trials.answer(bio, "NO_HEALTHY_VOLUNTEERS", healthy)).isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(bio, "NO_HEALTHY_VOLUNTEERS", patient)).isEqualTo(Answer.MET);
        var only = study("\"healthyVolunteers\":{\"basis\":\"stated\",\"value\":\"ONLY\"}");
        assertThat(trials.answer(only, "HEALTHY_VOLUNTEERS_ONLY", healthy)).isEqualTo(Answer.MET);
        assertThat(trials.answer(only, "HEALTHY_VOLUNTEERS_ONLY", patient)).isEqualTo(Answer.NOT_MET);
        var accepted = study("\"healthyVolunteers\":{\"basis\":\"stated\",\"value\":\"ACCEPTED\"}");
        assertThat(accepted.rules()).extracting(Rule::rule).containsExactly("NO_FURTHER_RULES");
        var unstated = study("\"healthyVolunteers\":{\"basis\":\"unknown\"}");
        assertThat(trials.answer(unstated, "HEALTHY_VOLUNTEERS", healthy)).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    @Acceptance("EL-15")
    void a_rule_slot_of_8631_is_there_and_empty_and_nobody_meets_it() {
        var study = study(YEARS + "\"facts\":[" + BIRTH + "],\"rules\":[{\"rule\":\"KRAS_G12D\",\"kind\":\"INCLUSION\","
                + "\"text\":\"KRAS G12D, named in the product only\",\"slot\":true}]");
        var criterion =
                trials.ask(study, SCREENED, is("birthDate", "1980-05-17")).getFirst();
        assertThat(criterion.rule()).isEqualTo("KRAS_G12D");
        assertThat(criterion.answer()).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(criterion.because()).contains("no rule to ask");
        assertThat(trials.rules.problems(study)).containsKey("KRAS_G12D");
    }

    @Test
    @Acceptance("EL-18")
    void a_study_with_no_rule_beyond_age_and_sex_needs_a_persons_confirmation() {
        var adult = is("birthDate", "1980-05-17");
        var silent = study(YEARS + "\"facts\":[" + BIRTH + "],\"rules\":[{\"rule\":\"AGE\",\"when\":"
                + "\"completedYears(fact.birthDate, screenedOn) >= 18\"}]");
        assertThat(trials.answer(silent, "AGE", adult)).isEqualTo(Answer.MET);
        assertThat(trials.answer(silent, "NO_FURTHER_RULES", adult)).isEqualTo(Answer.NOT_ASSESSED);
        var healthyOnly = study("\"facts\":[{\"fact\":\"healthyVolunteer\",\"type\":\"YES_NO\"}],\"rules\":["
                + "{\"rule\":\"HEALTHY\",\"when\":\"fact.healthyVolunteer\"}]");
        assertThat(trials.answer(healthyOnly, "NO_FURTHER_RULES", is("healthyVolunteer", "YES")))
                .isEqualTo(Answer.NOT_ASSESSED);
        var confirmed = aged("completedYears(fact.birthDate, screenedOn) >= 18");
        assertThat(trials.ask(confirmed, SCREENED, adult).getLast())
                .isEqualTo(new Criterion(
                        "NO_FURTHER_RULES",
                        "CONFIRMATION",
                        "none stated, confirmed by a monitor on 2026-11-22",
                        Answer.MET,
                        "it holds",
                        List.of()));
        assertThat(trials.rules.assess(study(""), SCREENED, Map.of()))
                .extracting(Criterion::answer)
                .containsExactly(Answer.NOT_ASSESSED);
    }

    @Test
    void a_confirmation_that_nothing_else_is_asked_also_settles_what_is_left_open() {
        var study = study("\"sex\":{\"basis\":\"unknown\"},\"healthyVolunteers\":{\"basis\":\"unknown\"}," + CONFIRMED);
        assertThat(study.rules()).extracting(Rule::rule).containsExactly("NO_FURTHER_RULES");
        assertThat(study.admission().sex().value()).isNull();
    }

    @Test
    void beside_rules_of_its_own_what_a_definition_leaves_open_asks_nothing_and_stays_unknown() {
        var mes = study("\"sex\":{\"basis\":\"unknown\"},\"healthyVolunteers\":{\"basis\":\"unknown\"},\"facts\":["
                + "{\"fact\":\"diagnosis\",\"type\":\"CODE\",\"codes\":[\"ACTIVE\"]}],"
                + "\"rules\":[{\"rule\":\"DIAGNOSIS\",\"when\":\"fact.diagnosis == 'ACTIVE'\"}]");
        assertThat(mes.rules()).extracting(Rule::rule).containsExactly("DIAGNOSIS");
        assertThat(mes.admission().sex().value()).isNull();
    }

    @Test
    void what_a_definition_asks_for_itself_is_not_asked_twice() {
        var study = study(
                "\"sex\":{\"basis\":\"stated\",\"value\":\"FEMALE\"},\"guardian\":{\"basis\":\"stated\",\"value\":"
                        + "{\"below\":18}},\"facts\":[" + BIRTH
                        + ",{\"fact\":\"sex\",\"type\":\"CODE\",\"codes\":[\"FEMALE\"]}],"
                        + "\"rules\":[{\"rule\":\"WOMEN\",\"when\":\"fact.sex == 'FEMALE'\"}]");
        assertThat(study.rules()).extracting(Rule::rule).containsExactly("WOMEN", "NO_FURTHER_RULES");
        assertThat(study.facts()).extracting(FactDefinition::fact).containsExactly("birthDate", "sex");
    }
}
