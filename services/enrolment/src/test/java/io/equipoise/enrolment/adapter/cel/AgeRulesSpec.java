package io.equipoise.enrolment.adapter.cel;

import static io.equipoise.enrolment.adapter.cel.RuleQuestions.asked;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.fact;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.protocol;
import static io.equipoise.enrolment.adapter.cel.RuleQuestions.study;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.Trial;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgeRulesSpec {
    private final RuleQuestions ask = new RuleQuestions();

    @Test
    void EL_1_a_closed_range_of_3647_accepts_45_and_refuses_46_and_17() {
        var when =
                "completedYears(fact.birthDate, screenedOn) >= 18 && completedYears(fact.birthDate, screenedOn) <= 45";
        assertThat(ask.aged(when, 45)).isEqualTo(Answer.MET);
        assertThat(ask.aged(when, 46)).isEqualTo(Answer.NOT_MET);
        assertThat(ask.aged(when, 17)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void EL_2_a_lower_bound_of_8982_refuses_49_and_accepts_50_and_97() {
        var when = "completedYears(fact.birthDate, screenedOn) >= 50";
        assertThat(ask.aged(when, 49)).isEqualTo(Answer.NOT_MET);
        assertThat(ask.aged(when, 50)).isEqualTo(Answer.MET);
        assertThat(ask.aged(when, 97)).isEqualTo(Answer.MET);
    }

    @Test
    void EL_3_an_upper_bound_of_7759_accepts_80_and_5_and_refuses_81() {
        var when = "completedYears(fact.birthDate, screenedOn) <= 80";
        assertThat(ask.aged(when, 80)).isEqualTo(Answer.MET);
        assertThat(ask.aged(when, 5)).isEqualTo(Answer.MET);
        assertThat(ask.aged(when, 81)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void EL_3_a_child_needs_a_guardian_where_the_definition_says_so() {
        var study = study(
                List.of(Trial.BIRTH, asked("guardianAgreed", FactType.YES_NO)),
                "completedYears(fact.birthDate, screenedOn) >= 18 || fact.guardianAgreed");
        var five = fact("birthDate", SCREENED.minusYears(5).toString());
        assertThat(ask.answer(study, SCREENED, five)).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(ask.answer(study, SCREENED, five, fact("guardianAgreed", "NO")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(ask.answer(study, SCREENED, five, fact("guardianAgreed", "YES")))
                .isEqualTo(Answer.MET);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15, MET", "2026-03-16, NOT_MET"})
    void EL_4_a_newborn_of_7841_is_counted_in_days(LocalDate screened, Answer answer) {
        var study = study(List.of(Trial.BIRTH), "completedDays(fact.birthDate, screenedOn) <= 14");
        assertThat(ask.answer(study, screened, fact("birthDate", "2026-03-01"))).isEqualTo(answer);
    }

    @Test
    void EL_4_an_age_kept_in_whole_years_does_not_pass_as_days() {
        var study =
                study(List.of(asked("ageYears", FactType.NUMBER)), "completedDays(fact.ageYears, screenedOn) <= 14");
        assertThat(ask.answer(study, SCREENED, fact("ageYears", "0"))).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(ask.rules.problems(study)).containsKey("RULE");
    }

    @ParameterizedTest
    @CsvSource({
        "1960-06-01, MET", // the day before the 66th birthday
        "1960-05-31, NOT_MET",
        "2008-05-31, MET", // the 18th birthday
        "2008-06-01, NOT_MET"
    })
    void EL_5_completed_years_are_inclusive_at_both_ends(String born, Answer answer) {
        assertThat(ask.bio("AGE", "birthDate", born).answer()).isEqualTo(answer);
    }

    @Test
    void EL_5_where_the_convention_is_left_open_age_is_not_assessed() {
        var study = protocol(null, null, List.of(Trial.BIRTH), "completedYears(fact.birthDate, screenedOn) >= 18");
        assertThat(ask.answer(study, SCREENED, fact("birthDate", "1980-05-17"))).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(ask.rules.problems(study).get("RULE")).contains("ageConvention");
    }
}
