package io.equipoise.enrolment;

import static io.equipoise.enrolment.TrialQuestions.CONFIRMED;
import static io.equipoise.enrolment.TrialQuestions.JSON;
import static io.equipoise.enrolment.TrialQuestions.aged;
import static io.equipoise.enrolment.TrialQuestions.is;
import static io.equipoise.enrolment.TrialQuestions.study;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.adapter.mongo.DefinitionReader;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.platform.Acceptance;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Rules of the trials in the sources, as definitions write them down, read and answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialRulesSpec {
    private final TrialQuestions trials = new TrialQuestions();

    @Test
    @Acceptance("EL-1")
    void a_closed_range_of_3647_accepts_45_and_refuses_46_and_17() {
        var study = aged("completedYears(fact.birthDate, screenedOn) >= 18"
                + " && completedYears(fact.birthDate, screenedOn) <= 45");
        assertThat(trials.at(45, study)).isEqualTo(Answer.MET);
        assertThat(trials.at(46, study)).isEqualTo(Answer.NOT_MET);
        assertThat(trials.at(17, study)).isEqualTo(Answer.NOT_MET);
    }

    @Test
    @Acceptance("EL-2")
    void a_lower_bound_of_8982_refuses_49_and_accepts_50_and_97() {
        var study = aged("completedYears(fact.birthDate, screenedOn) >= 50");
        assertThat(trials.at(49, study)).isEqualTo(Answer.NOT_MET);
        assertThat(trials.at(50, study)).isEqualTo(Answer.MET);
        assertThat(trials.at(97, study)).isEqualTo(Answer.MET);
    }

    @Test
    @Acceptance("EL-4")
    void a_newborn_of_7841_is_counted_in_days_from_its_birth_and_never_from_an_age_in_years() {
        var study = aged("completedDays(fact.birthDate, screenedOn) <= 14");
        var born = is("birthDate", "2026-03-01");
        assertThat(trials.ask(study, LocalDate.of(2026, 3, 15), born).getFirst().answer())
                .isEqualTo(Answer.MET);
        assertThat(trials.ask(study, LocalDate.of(2026, 3, 16), born).getFirst().answer())
                .isEqualTo(Answer.NOT_MET);
        var stored = study(CONFIRMED
                + ",\"facts\":[{\"fact\":\"ageYears\",\"type\":\"NUMBER\"}],\"rules\":[{\"rule\":\"AGE\",\"kind\":\"INCLUSION\",\"text\":\"up"
                + " to 14 days\",\"when\":\"completedDays(fact.ageYears, screenedOn) <= 14\"}]");
        assertThat(trials.answer(stored, "AGE", is("ageYears", "0"))).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    @Acceptance("EL-5")
    void BIO_accepts_the_day_before_the_66th_birthday_and_says_under_which_version() {
        var study = aged("completedYears(fact.birthDate, screenedOn) <= 65");
        assertThat(trials.answer(study, "AGE", is("birthDate", "1960-06-01"))).isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "AGE", is("birthDate", "1960-05-31"))).isEqualTo(Answer.NOT_MET);
        assertThat(study.ageConvention()).hasToString("COMPLETED_YEARS_INCLUSIVE");
        var open = DefinitionReader.read("S", 1, JSON.readTree("""
            {"eligibility": {"facts": [{"fact": "birthDate", "type": "DATE"}], "rules": [{"rule": "AGE",
             "kind": "INCLUSION", "text": "to 65", "when": "completedYears(fact.birthDate, screenedOn) <= 65"}]}}\
            """));
        assertThat(trials.answer(open, "AGE", is("birthDate", "1960-06-01"))).isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    @Acceptance("EL-10")
    void a_diagnosis_of_2770_is_any_of_three_and_of_BIO_one_of_two() {
        var study = study("\"facts\":[{\"fact\":\"diagnosis\",\"type\":\"CODE\",\"codes\":[\"PRIMARY_PROGRESSIVE\","
            + "\"SECONDARY_PROGRESSIVE\",\"RELAPSING_REMITTING\"]}],\"rules\":[{\"rule\":\"DIAGNOSIS\",\"kind\":\"INCLUSION\",\"text\":\"progressive\",\"when\":\"fact.diagnosis"
            + " in ['PRIMARY_PROGRESSIVE', 'SECONDARY_PROGRESSIVE']\"}]");
        assertThat(trials.answer(study, "DIAGNOSIS", is("diagnosis", "PRIMARY_PROGRESSIVE")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "DIAGNOSIS", is("diagnosis", "SECONDARY_PROGRESSIVE")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "DIAGNOSIS", is("diagnosis", "RELAPSING_REMITTING")))
                .isEqualTo(Answer.NOT_MET);
    }

    @Test
    @Acceptance("EL-11")
    void a_washout_may_join_two_events_and_declare_a_boundary_of_its_own() {
        var when =
                "!(withinMonthsBefore(fact.relapse, 3, screenedOn) || withinMonthsBefore(fact.steroid, 3, screenedOn))";
        var facts = "\"washoutBoundary\":{\"basis\":\"read\",\"value\":\"EXCLUDES_WHEN_ON_BOUNDARY\"},\"facts\":["
            + "{\"fact\":\"relapse\",\"type\":\"DATE_OR_NEVER\"},{\"fact\":\"steroid\",\"type\":\"DATE_OR_NEVER\"}],";
        var rule = "{\"rule\":\"WASHOUT\",\"kind\":\"EXCLUSION\",\"text\":\"relapse or steroid\",\"when\":\"" + when
                + "\"";
        var excludes = study(facts + "\"rules\":[" + rule + "}]");
        var passes = study(facts + "\"rules\":[" + rule
                + ",\"boundary\":{\"basis\":\"read\",\"value\":\"PASSES_WHEN_ON_BOUNDARY\"}}]");
        var never = is("relapse", "NEVER");
        assertThat(trials.answer(excludes, "WASHOUT", never, is("steroid", "2026-02-27")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(excludes, "WASHOUT", never, is("steroid", "2026-03-01")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(excludes, "WASHOUT", never, is("steroid", "2026-02-28")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(passes, "WASHOUT", never, is("steroid", "2026-02-28")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(passes, "WASHOUT", is("relapse", "2026-05-01"), is("steroid", "NEVER")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(passes, "WASHOUT", is("relapse", "2026-05-01")))
                .isEqualTo(Answer.NOT_ASSESSED);
    }

    @Test
    void a_window_may_be_of_weeks_or_days_before_any_recorded_date() {
        var study = study("\"washoutBoundary\":{\"basis\":\"read\",\"value\":\"EXCLUDES_WHEN_ON_BOUNDARY\"},\"facts\":["
                + "{\"fact\":\"vaccine\",\"type\":\"DATE_OR_NEVER\"},{\"fact\":\"surgery\",\"type\":\"DATE\"},"
                + "{\"fact\":\"admission\",\"type\":\"DATE\"}],\"rules\":["
                + "{\"rule\":\"WEEKS\",\"when\":\"!withinWeeksBefore(fact.vaccine, 4, fact.surgery)\"},"
                + "{\"rule\":\"DAYS\",\"when\":\"withinDaysBefore(fact.admission, 7, screenedOn)\"}]");
        assertThat(trials.rules.problems(study)).isEmpty();
        var surgery = is("surgery", "2026-04-29");
        assertThat(trials.answer(study, "WEEKS", surgery, is("vaccine", "2026-03-31")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "WEEKS", surgery, is("vaccine", "2026-04-01")))
                .isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(study, "WEEKS", surgery, is("vaccine", "NEVER")))
                .isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "DAYS", is("admission", "2026-05-24"))).isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "DAYS", is("admission", "2026-05-23"))).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void a_disease_stage_of_NAS_is_one_of_its_grades() {
        var study =
                study("\"facts\":[{\"fact\":\"gvhdGrade\",\"type\":\"CODE\",\"codes\":[\"I\",\"II\",\"III\",\"IV\"]}],"
                        + "\"rules\":[{\"rule\":\"STAGE\",\"when\":\"fact.gvhdGrade in ['III', 'IV']\"}]");
        assertThat(trials.answer(study, "STAGE", is("gvhdGrade", "III"))).isEqualTo(Answer.MET);
        assertThat(trials.answer(study, "STAGE", is("gvhdGrade", "II"))).isEqualTo(Answer.NOT_MET);
        assertThat(trials.answer(study, "STAGE")).isEqualTo(Answer.NOT_ASSESSED);
    }
}
