package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.StoppingTrial.ANNA;
import static io.equipoise.adverseevent.domain.StoppingTrial.DOSED;
import static io.equipoise.adverseevent.domain.StoppingTrial.SEVERE_AND_RELATED;
import static io.equipoise.adverseevent.domain.StoppingTrial.STUDY;
import static io.equipoise.adverseevent.domain.StoppingTrial.severe;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which events and which people a stopping rule counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CountableSpec {
    @Test
    void an_onset_of_which_only_the_day_is_known_counts_if_it_may_have_been_in_time() {
        assertThat(counts("2025-03-10")).isTrue(); // the west of the date line still had that day
        assertThat(counts("2025-03-09")).isFalse();
        assertThat(counts("2025-04-08")).isTrue();
        assertThat(counts("2025-04-09")).isFalse();
    }

    @Test
    void only_serious_ones_or_only_named_terms_count_where_the_rule_says_so() {
        var serious = new Countable(List.of(), 1, true, false, 28, null);
        var named = new Countable(List.of(" SEIZURE "), 1, false, false, 28, null);
        var other = new Countable(List.of("Rash"), 1, false, false, 28, null);
        assertThat(serious.counts(severe(ANNA, "AE-1"), List.of(DOSED))).isFalse();
        assertThat(serious.counts(serious(), List.of(DOSED))).isTrue();
        assertThat(named.counts(severe(ANNA, "AE-1"), List.of(DOSED))).isTrue();
        assertThat(other.counts(severe(ANNA, "AE-1"), List.of(DOSED))).isFalse();
    }

    @Test
    void a_rule_of_one_dose_level_counts_those_first_dosed_since_it_opened() {
        var level = new Countable(List.of(), 3, false, true, 28, LocalDate.parse("2025-03-11"));
        var next = new Countable(List.of(), 3, false, true, 28, LocalDate.parse("2025-03-12"));
        assertThat(level.countsPerson(List.of(DOSED))).isTrue();
        assertThat(next.countsPerson(List.of(DOSED, DOSED.plus(Duration.ofDays(7)))))
                .isFalse();
        assertThat(next.countsPerson(List.of())).isFalse();
    }

    private static boolean counts(String day) {
        var event = new EventNoted(
                STUDY, ANNA, "AE-1", 1, "Seizure", 3, false, Relation.POSSIBLE, new Moment.On(LocalDate.parse(day)));
        return SEVERE_AND_RELATED.counts(event, List.of(DOSED));
    }

    private static EventNoted serious() {
        return new EventNoted(STUDY, ANNA, "AE-1", 1, "Fall", 1, true, Relation.UNRELATED, new Moment.At(DOSED));
    }
}
