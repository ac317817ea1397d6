package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.contracts.envelope.OpeningKey;
import java.time.Instant;
import java.util.List;

/** What can be asked about a study's sealed envelopes (domain rules 4.8: a fallback for when the system is down). */
public sealed interface EnvelopeCommand {

    /**
     * Give one account a share of the study's opening key.
     *
     * @param fresh the key that the study gets if it has none yet
     * @param slopes chance for the shares of that key, 64 hexadecimal digits
     */
    record TakeShare(String study, String holder, OpeningKey fresh, String slopes) implements EnvelopeCommand {
        @Override
        public String toString() {
            return "TakeShare[" + study + ", " + holder + "]";
        }
    }

    /** Ask that the study's opening key be replaced. */
    record AskReplacement(String study, String by, String reason, Instant at) implements EnvelopeCommand {}

    /**
     * Confirm what another account asked for.
     *
     * @param fresh the key that the study gets, with the chance for its shares
     */
    record ConfirmReplacement(String study, String by, String askedBy, OpeningKey fresh, String slopes, Instant at)
            implements EnvelopeCommand {
        @Override
        public String toString() {
            return "ConfirmReplacement[" + study + ", " + by + "]";
        }
    }

    /**
     * Seal envelopes for people who have none, or for all of them anew.
     *
     * @param randomized those whom the person who asks may see
     */
    record SealEnvelopes(String study, List<SubjectId> randomized, boolean anew) implements EnvelopeCommand {
        public SealEnvelopes {
            randomized = List.copyOf(randomized);
        }
    }

    /** Report an envelope that was opened while the house was away. */
    record Reconcile(
            SubjectId subject,
            boolean randomized,
            String category,
            String reason,
            String openedBy,
            Instant openedAt,
            Moment told)
            implements EnvelopeCommand {}
}
