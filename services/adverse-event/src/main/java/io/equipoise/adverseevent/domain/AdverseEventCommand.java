package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import org.jspecify.annotations.Nullable;

/** What a site may ask of an adverse event. */
public sealed interface AdverseEventCommand {
    Account account();

    Known known();

    /** Put a new event on record. */
    record Report(
            String event,
            SubjectId subject,
            Account account,
            @Nullable String narrative,
            Known known) implements AdverseEventCommand {}

    /** Correct or complete the record. No narrative means that the earlier one stands. */
    record Amend(Account account, @Nullable String narrative, String reason, Known known)
            implements AdverseEventCommand {}
}
