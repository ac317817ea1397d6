package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PromptSpec {

    @Test
    void grade_5_asks_for_death() {
        assertThat(prompts(account(5, List.of(), EventOutcome.FATAL))).containsExactly(Prompt.GRADE_5_WITHOUT_DEATH);
        assertThat(prompts(account(5, List.of(Criterion.DEATH), EventOutcome.FATAL)))
                .isEmpty();
    }

    @Test
    void grade_4_asks_for_danger_to_life() {
        assertThat(prompts(account(4, List.of(Criterion.HOSPITALIZATION), EventOutcome.RECOVERING)))
                .containsExactly(Prompt.GRADE_4_WITHOUT_LIFE_THREATENING);
        assertThat(prompts(account(4, List.of(Criterion.LIFE_THREATENING), EventOutcome.RECOVERING)))
                .isEmpty();
    }

    @Test
    void a_fatal_outcome_asks_for_grade_and_criterion() {
        assertThat(prompts(account(3, List.of(), EventOutcome.FATAL)))
                .containsExactly(Prompt.FATAL_WITHOUT_GRADE_5, Prompt.FATAL_WITHOUT_DEATH);
        assertThat(prompts(account(3, List.of(Criterion.DEATH), EventOutcome.FATAL)))
                .containsExactly(Prompt.FATAL_WITHOUT_GRADE_5);
    }

    @Test
    void an_onset_before_the_dose_asks_for_the_dose() {
        var before = new DoseLink(1, "K-483920", "P-0001", -10L);
        var account = account(1, List.of(), EventOutcome.RECOVERED);
        assertThat(Prompt.about(new AdverseEventReported(REACTION, ANNA, account, before, null)))
                .containsExactly(Prompt.ONSET_BEFORE_DOSE);
    }

    @Test
    void an_ordinary_event_asks_nothing() {
        assertThat(prompts(account(2, List.of(), EventOutcome.RECOVERED))).isEmpty();
    }

    private static List<Prompt> prompts(Account account) {
        return Prompt.about(new AdverseEventReported(REACTION, ANNA, account, AN_HOUR_IN, null));
    }
}
