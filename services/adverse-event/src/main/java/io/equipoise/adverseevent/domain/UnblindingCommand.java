package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import java.time.Instant;

/** What can be asked of an unblinding. */
public sealed interface UnblindingCommand {

    /** Keep what was told. Told again, it changes nothing. */
    record Keep(TreatmentUnblinded told) implements UnblindingCommand {}

    /** Look at it. */
    record Look(String by, Instant at) implements UnblindingCommand {}
}
