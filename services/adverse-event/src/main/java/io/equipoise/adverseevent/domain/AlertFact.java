package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has become of an alert. Nothing in here knows an arm. */
public sealed interface AlertFact extends PersonFact {
    String alert();

    /**
     * A serious event was entered.
     *
     * @param raisedAt when the account that made the event serious was recorded
     * @param escalateAt when it is escalated if nobody acknowledges; absent where nobody has said after how long
     * @param targets everyone who has to be told, whatever the settings become later
     */
    record AlertRaised(
            String alert,
            String event,
            SubjectId subject,
            String rule,
            int grade,
            String summary,
            Instant raisedAt,
            @Nullable Instant escalateAt,
            List<Target> targets)
            implements AlertFact {
        public AlertRaised {
            targets = List.copyOf(targets);
        }
    }

    /** A target took it. */
    record AlertDelivered(String alert, SubjectId subject, Delivery delivery, Instant at) implements AlertFact {}

    /** A target did not take it; it is tried again. */
    record AlertUndelivered(
            String alert, SubjectId subject, Delivery delivery, Instant at, int attempts, String problem)
            implements AlertFact {}

    /** A named person has taken it over. */
    record AlertAcknowledged(String alert, SubjectId subject, String by, Instant at, String note)
            implements AlertFact {}

    /** Nobody acknowledged in time. */
    record AlertEscalated(String alert, SubjectId subject, int step, Instant at, List<Target> targets)
            implements AlertFact {
        public AlertEscalated {
            targets = List.copyOf(targets);
        }

        /** Whom the step reaches, in words; nobody, where the settings name nobody. */
        public String to() {
            return targets.isEmpty()
                    ? "nobody is named"
                    : targets.stream().map(Target::to).collect(Collectors.joining(", "));
        }
    }
}
