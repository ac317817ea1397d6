package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.Standing;
import io.equipoise.dosing.domain.Entry.State;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingSpec {
    @ParameterizedTest
    @CsvSource({
        "2025-05-26,NOT_YET",
        "2025-05-27,DUE",
        "2025-06-03,DUE",
        "2025-06-04,LATE",
        "2025-06-10,LATE",
        "2025-06-11,OVERDUE"
    })
    void annas_second_infusion_is_due_late_and_overdue_by_the_day_one_asks(String on, Standing standing) {
        var second = Calendar.DECIDER.replay(ANNA_HAD_ONE).entries().get(1);
        assertThat(second.standing(day(on))).isEqualTo(standing);
    }

    @Test
    void an_unknown_window_is_never_judged() {
        var open =
                new Entry("DOSE_2", "Infusion 2", Kind.DOSE, 2, 84, day("2025-06-03"), null, null, State.PLANNED, null);
        assertThat(open.standing(day("2025-06-02"))).isEqualTo(Standing.NOT_YET);
        assertThat(open.standing(day("2026-06-03"))).isEqualTo(Standing.DUE);
    }
}
