package io.equipoise.dosing.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of the dose groups of a study. Time and what calendars hold come along as data. */
public sealed interface CohortCommand {

    /**
     * Put a person into a dose group.
     *
     * @param enrolledOn absent where nobody told that the person is enrolled
     * @param holds every safety hold of the study, lifted or not
     * @param firstDoses the day of the first dose of everybody who had one
     */
    record Assign(
            SubjectId subject,
            String cohort,
            LocalDate on,
            String reason,
            @Nullable LocalDate enrolledOn,
            Map<String, LocalDate> firstDoses,
            Levels levels,
            Instant toldAt,
            List<SafetyHold> holds)
            implements CohortCommand {
        public Assign {
            firstDoses = Map.copyOf(firstDoses);
            holds = List.copyOf(holds);
        }
    }

    /** Say how a dose group was tolerated, and let the rule say what follows. */
    record SignOff(
            String cohort, LocalDate on, String reason, int evaluated, int toxicities, Levels levels, Instant toldAt)
            implements CohortCommand {}
}
