package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import org.jspecify.annotations.Nullable;

/** What has been recorded about an adverse event. */
public sealed interface AdverseEventFact extends PersonFact {
    String event();

    Account account();

    @Nullable
    DoseLink given();

    @Nullable
    String narrative();

    int version();

    /** The site told of it for the first time. */
    record AdverseEventReported(
            String event,
            SubjectId subject,
            Account account,
            @Nullable DoseLink given,
            @Nullable String narrative) implements AdverseEventFact {
        @Override
        public int version() {
            return 1;
        }
    }

    /** The site knows better now. The earlier account stays readable. */
    record AdverseEventAmended(
            String event,
            SubjectId subject,
            int version,
            Account account,
            @Nullable DoseLink given,
            @Nullable String narrative,
            String reason)
            implements AdverseEventFact {}
}
