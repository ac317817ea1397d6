package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalNamesTest {
    @Test
    void every_fact_has_its_name_in_the_journal_for_ever() {
        try (var store = new Store()) {
            var codec = DosingService.journalNames(store.codec());
            assertThat(codec.types()).isEqualTo(Set.of(CalendarEvent.class.getPermittedSubclasses()));
            assertThat(codec.names())
                    .containsExactlyInAnyOrder(
                            "CalendarPlanned.v1",
                            "CalendarRecalculated.v1",
                            "DoseAdministered.v1",
                            "DoseHeld.v1",
                            "DoseReleased.v1",
                            "DoseMissed.v1",
                            "DosingStopped.v1",
                            "StopNoted.v1");
        }
    }
}
