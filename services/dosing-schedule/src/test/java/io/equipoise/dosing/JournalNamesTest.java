package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.CohortEvent;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalNamesTest {
    @Test
    void every_fact_has_its_name_in_the_journal_for_ever() {
        try (var store = new Store()) {
            var facts = new HashSet<Class<?>>(Set.of(CalendarEvent.class.getPermittedSubclasses()));
            facts.addAll(Set.of(CohortEvent.class.getPermittedSubclasses()));
            var codec = DosingService.journalNames(store.codec());
            assertThat(codec.types()).isEqualTo(facts);
            assertThat(codec.names())
                    .containsExactlyInAnyOrder(
                            "CalendarPlanned.v1",
                            "CalendarPlanned.v2",
                            "CalendarAmended.v1",
                            "CalendarRecalculated.v1",
                            "DoseAdministered.v1",
                            "DoseDetailed.v1",
                            "DoseHeld.v1",
                            "DoseReleased.v1",
                            "DoseMissed.v1",
                            "DosingStopped.v1",
                            "StopNoted.v1",
                            "DoseTakenAsNeeded.v1",
                            "DoseReduced.v1",
                            "DosePermitted.v1",
                            "CompanionTreatmentRecorded.v1",
                            "PersonPutInCohort.v1",
                            "CohortSignedOff.v1");
        }
    }
}
