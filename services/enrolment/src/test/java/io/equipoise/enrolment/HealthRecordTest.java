package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestHouse.NOW;
import static io.equipoise.enrolment.TestHouse.by;
import static io.equipoise.enrolment.TrialQuestions.BIRTH;
import static io.equipoise.enrolment.TrialQuestions.SCREENED;
import static io.equipoise.enrolment.TrialQuestions.YEARS;
import static io.equipoise.enrolment.TrialQuestions.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.kafka.EhrReaction;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.consume.Heard;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a health record is silent about is neither met nor not met. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthRecordTest {
    private static final Fact[] RECORD = {
        is("birthDate", "1980-05-17"),
        is("sex", "FEMALE"),
        is("diagnosis", "SECONDARY_PROGRESSIVE_MS"),
        is("weightKg", "70.5"),
        is("lastSteroidOn", "2024-11-30"),
        is("hemoglobinGPerDl", "13.2")
    };

    private final TrialQuestions trials = new TrialQuestions();

    @ParameterizedTest
    @CsvSource({
        "AGE,birthDate",
        "SEX,sex",
        "DIAGNOSIS,diagnosis",
        "WEIGHT,weightKg",
        "STEROID,lastSteroidOn",
        "HEMOGLOBIN,hemoglobinGPerDl"
    })
    @Acceptance("IN-6")
    void age_sex_diagnosis_weight_medicines_and_labs_that_nobody_told_are_not_assessed(String rule, String fact) {
        var study = study();
        assertThat(trials.rules.problems(study)).isEmpty();
        assertThat(answers(study, RECORD)).hasSize(6).doesNotContainValue(Answer.NOT_MET);
        assertThat(answers(study, RECORD).get(rule)).isEqualTo(Answer.MET);

        var silent = java.util.Arrays.stream(RECORD)
                .filter(told -> !told.fact().equals(fact))
                .toArray(Fact[]::new);
        var answers = answers(study, silent);
        assertThat(answers.get(rule)).isEqualTo(Answer.NOT_ASSESSED);
        assertThat(answers.values().stream().filter(Answer.MET::equals)).hasSize(5);
        assertThat(answers(study).values()).containsOnly(Answer.NOT_ASSESSED);
    }

    @Test
    @Acceptance("IN-6")
    void a_record_that_tells_a_score_alone_answers_one_rule_and_leaves_all_others_unassessed() {
        try (var house = new TestHouse()) {
            var subject = new SubjectId(Trial.NCT, "01", 1);
            house.registering.register(new Coming(Trial.NCT, "01", LocalDate.of(2025, 3, 3)), by("register"));
            new EhrReaction(house.screenings, Clock.fixed(NOW, ZoneOffset.UTC))
                    .react(new Heard(
                            "ehr-integration",
                            "ehr",
                            "ehr-link/" + subject,
                            1,
                            1,
                            "EhrFactsReceived.v1",
                            TrialQuestions.JSON.readTree(Contracts.example("EhrFactsReceived.v1")),
                            NOW,
                            null,
                            null,
                            null));
            var assessment = house.screenings.eligibility(subject).orElseThrow();
            assertThat(assessment.rules(Answer.MET)).containsExactly("EDSS");
            assertThat(assessment.rules(Answer.NOT_MET)).isEmpty();
            assertThat(assessment.rules(Answer.NOT_ASSESSED))
                    .hasSize(assessment.criteria().size() - 1);
            assertThat(assessment.eligible()).isFalse();
        }
    }

    private Map<String, Answer> answers(Protocol study, Fact... facts) {
        return trials.ask(study, SCREENED, facts).stream()
                .collect(Collectors.toMap(Criterion::rule, Criterion::answer));
    }

    private static Protocol study() {
        return TrialQuestions.study(YEARS + """
            "washoutBoundary":{"basis":"read","value":"EXCLUDES_WHEN_ON_BOUNDARY"},
            "sex":{"basis":"stated","value":"FEMALE"},
            "facts":[%s,{"fact":"diagnosis","type":"CODE","codes":["SECONDARY_PROGRESSIVE_MS","OTHER"]},
             {"fact":"weightKg","type":"NUMBER"},{"fact":"hemoglobinGPerDl","type":"NUMBER"},
             {"fact":"lastSteroidOn","type":"DATE_OR_NEVER"}],
            "rules":[
             {"rule":"AGE","kind":"INCLUSION","text":"adult","when":"completedYears(fact.birthDate, screenedOn) >= 18"},
             {"rule":"DIAGNOSIS","kind":"INCLUSION","text":"SPMS","when":"fact.diagnosis == 'SECONDARY_PROGRESSIVE_MS'"},
             {"rule":"WEIGHT","kind":"INCLUSION","text":"to 120 kg","when":"fact.weightKg <= 120.0"},
             {"rule":"STEROID","kind":"EXCLUSION","text":"steroid","when":"!withinMonthsBefore(fact.lastSteroidOn, 3, screenedOn)"},
             {"rule":"HEMOGLOBIN","kind":"INCLUSION","text":"from 10","when":"fact.hemoglobinGPerDl >= 10.0"}]\
            """.formatted(BIRTH));
    }
}
