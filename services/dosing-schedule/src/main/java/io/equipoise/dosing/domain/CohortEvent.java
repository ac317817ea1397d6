package io.equipoise.dosing.domain;

import java.time.LocalDate;

/** What happened to the dose groups of a study; the stream says which study. */
public sealed interface CohortEvent extends DosingEvent {

    /** A person belongs to a dose group from now on. */
    record PersonPutInCohort(String subject, String cohort, LocalDate on, String reason) implements CohortEvent {}

    /** How a dose group was tolerated, and what follows from it. */
    record CohortSignedOff(String cohort, LocalDate on, String reason, int evaluated, int toxicities, Verdict verdict)
            implements CohortEvent {}
}
