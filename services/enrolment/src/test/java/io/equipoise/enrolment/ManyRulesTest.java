package io.equipoise.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.adapter.mongo.DefinitionReader;
import io.equipoise.enrolment.domain.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** As many rules as no protocol has; prints what answering them takes, as multiples of parsing the same definition. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyRulesTest {
    private static final int RULES = 2_000;

    @Test
    void each_of_2000_rules_is_answered() {
        var definition = "{\"eligibility\":{" + TrialQuestions.CONFIRMED
                + ",\"facts\":[{\"fact\":\"score\",\"type\":\"NUMBER\"}],\"rules\":["
                + IntStream.range(0, RULES)
                        .mapToObj(n -> "{\"rule\":\"R" + n + "\",\"kind\":\"INCLUSION\",\"text\":\"at least " + n
                                + "\",\"when\":\"fact.score >= " + n + "\"}")
                        .collect(Collectors.joining(","))
                + "]}}";
        TrialQuestions.JSON.readTree(definition);
        long begun = System.nanoTime();
        var tree = TrialQuestions.JSON.readTree(definition);
        long parsed = System.nanoTime();
        var study = DefinitionReader.read("S", 3, tree);
        var trials = new TrialQuestions();
        trials.ask(study, TrialQuestions.SCREENED, TrialQuestions.is("score", "999"));
        long first = System.nanoTime();
        var answers = trials.ask(study, TrialQuestions.SCREENED, TrialQuestions.is("score", "999"));
        long again = System.nanoTime();
        System.out.printf(
                "figure: %,d rules, parsed in %.1f ms; translated and answered first in %.1f times that, again in %.1f"
                        + " times that%n",
                RULES,
                (parsed - begun) / 1e6,
                (first - parsed) / (double) (parsed - begun),
                (again - first) / (double) (parsed - begun));
        assertThat(answers).filteredOn(answer -> answer.answer() == Answer.MET).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(answers)
                .filteredOn(answer -> answer.answer() == Answer.NOT_MET)
                .hasSize(1_000);
    }
}
