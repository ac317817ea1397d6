package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.platform.Acceptance;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column of dosing in the table of statuses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusTableSpec {

    @ParameterizedTest
    @CsvSource({
        "NOT_YET_RECRUITING, HELD",
        "RECRUITING, PLANNED",
        "ENROLLING_BY_INVITATION, PLANNED",
        "ACTIVE_NOT_RECRUITING, PLANNED",
        "SUSPENDED, HELD",
        "TERMINATED, CANCELLED",
        "COMPLETED, CANCELLED",
        "UNKNOWN, HELD"
    })
    @Acceptance("SC-13")
    void what_is_to_come_is_held_or_over_and_the_past_stays(String status, State shown) {
        var change = new Change(status, day("2025-05-01"), "as decided");
        var lines = Calendar.DECIDER.replay(ANNA_HAD_ONE).entries().stream()
                .filter(line -> line.kind() == Kind.DOSE)
                .map(line -> line.under(change).state())
                .toList();
        assertThat(lines).containsExactly(State.GIVEN, shown, shown, shown);
        assertThat(change.permitsDosing()).isEqualTo(shown == State.PLANNED);
    }
}
