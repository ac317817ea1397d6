package io.equipoise.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.platform.Acceptance;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reactions by minutes from the start of the infusion (capabilities.md AE-7). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InfusionReactionSpec {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @ParameterizedTest
    @Acceptance("AE-7")
    @CsvSource({"-1,NO", "0,YES", "65,YES", "120,YES", "121,NO"})
    void within_the_studys_window_from_the_start(long minutes, Answer answer) {
        var reaction = InfusionReaction.of(after(minutes), TWO_HOURS);
        assertThat(reaction.answer()).isEqualTo(answer);
        assertThat(reaction.minutesFromStart()).isEqualTo(minutes);
        assertThat(reaction.because()).contains(minutes + " minutes", "120");
    }

    @Test
    @Acceptance("AE-7")
    void where_the_study_has_not_said_a_window_none_is_assumed() {
        var reaction = InfusionReaction.of(after(5L), null);
        assertThat(reaction.answer()).isEqualTo(Answer.OPEN);
        assertThat(reaction.minutesFromStart()).isEqualTo(5L);
        assertThat(reaction.because()).contains("has not said");
    }

    @Test
    void where_only_the_day_is_known_it_is_open() {
        assertThat(InfusionReaction.of(after(null), TWO_HOURS).answer()).isEqualTo(Answer.OPEN);
    }

    @Test
    void without_a_dose_it_is_none() {
        assertThat(InfusionReaction.of(null, TWO_HOURS).answer()).isEqualTo(Answer.NO);
    }

    private static DoseLink after(@Nullable Long minutes) {
        return new DoseLink(1, "K-483920", "P-0001", minutes);
    }
}
