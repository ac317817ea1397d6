package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;

/** What became of a code that was broken for a safety report (EU CTR 536/2014, Annex III 2.5). Told to nobody. */
public sealed interface UnblindingFact extends PersonFact {
    String event();

    /**
     * The safety office was told what the subject gets.
     *
     * @param brokenAt when the code was broken, by the clock of randomization
     */
    record TreatmentUnblinded(String event, SubjectId subject, String brokenBy, Instant brokenAt, Treatment treatment)
            implements UnblindingFact {}

    /** Somebody of the safety office looked. Every look is one of these. */
    record TreatmentRead(String event, SubjectId subject, String by, Instant at) implements UnblindingFact {}
}
