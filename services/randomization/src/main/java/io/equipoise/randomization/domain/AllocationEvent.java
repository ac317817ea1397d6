package io.equipoise.randomization.domain;

import io.equipoise.contracts.envelope.OpeningKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a study's allocation. Blinded and unblinded facts are apart: only {@link ListDrawn}, {@link
 * ArmAllocated} and {@link KitsReceived} can tell an arm, and those parts of them are encrypted in the journal.
 */
public sealed interface AllocationEvent {
    String study();

    /** What happens to lots, kits and shipments has a file of its own. */
    sealed interface Supplied extends AllocationEvent permits SupplyEvent {}

    /** What the safety office asks of one person's code has a file of its own. */
    sealed interface OfSafety extends AllocationEvent permits SafetyEvent {
        String subject();
    }

    /** What is about one person. */
    sealed interface OfSubject extends AllocationEvent {
        String subject();
    }

    record ListDrawn(
            String study,
            String algorithm,
            Seed seed,
            List<Design.Share> shares,
            List<Integer> blockSizes,
            List<DrawnList.StratumList> strata)
            implements AllocationEvent {
        public ListDrawn {
            shares = List.copyOf(shares);
            blockSizes = List.copyOf(blockSizes);
            strata = List.copyOf(strata);
        }

        @Override
        public String toString() {
            return "ListDrawn[" + study + "]";
        }
    }

    /** How a randomization is decided where no list is drawn in advance; all but study and number is secret. */
    record SchemeDeclared(
            String study,
            int randomization,
            String algorithm,
            Seed seed,
            List<Design.Share> shares,
            List<Design.Factor> factors,
            Parameters parameters)
            implements AllocationEvent {
        public SchemeDeclared {
            shares = List.copyOf(shares);
            factors = List.copyOf(factors);
        }

        @Override
        public String toString() {
            return "SchemeDeclared[" + study + "]";
        }
    }

    /** The seed is fixed, and whoever is shown it later can check it against this hash. */
    record SeedCommitted(String study, String sha256) implements AllocationEvent {}

    /** The study is a crossover: what each arm gives in which period. */
    record SequencesSettled(String study, List<Sequences.Span> periods, List<Sequences.Sequence> sequences)
            implements AllocationEvent {
        public SequencesSettled {
            periods = List.copyOf(periods);
            sequences = List.copyOf(sequences);
        }

        @Override
        public String toString() {
            return "SequencesSettled[" + study + "]";
        }
    }

    /** A list that was drawn elsewhere lies here to be looked at. */
    record ListDrafted(
            String study, Seed seed, List<Design.Share> shares, List<DrawnList.StratumList> strata, String draftedBy)
            implements AllocationEvent {
        public ListDrafted {
            shares = List.copyOf(shares);
            strata = List.copyOf(strata);
        }

        @Override
        public String toString() {
            return "ListDrafted[" + study + "]";
        }
    }

    record ListApproved(String study, String approvedBy) implements AllocationEvent {}

    record ListReleased(String study, String releasedBy) implements AllocationEvent {}

    /** A subject has a place: which one is the order in which people came, not what they are given. */
    record SubjectRandomized(
            String study,
            String subject,
            String site,
            String stratum,
            int position,
            int ordinal,
            LocalDate randomizedOn)
            implements OfSubject {}

    /** What stands at the subject's place. */
    record ArmAllocated(String study, String subject, String site, Arm arm) implements OfSubject {}

    /** Another system decided what the subject gets; by its own number, which may tell an arm and is kept encrypted. */
    record AssignmentTaken(String study, String subject, String site, String randomizationId, String source)
            implements OfSubject {
        @Override
        public String toString() {
            return "AssignmentTaken[" + subject + "]";
        }
    }

    /** A subject was randomized a second time, in the order in which people came to that. */
    record SubjectRerandomized(
            String study,
            String subject,
            String site,
            String stratum,
            int position,
            int ordinal,
            LocalDate randomizedOn)
            implements OfSubject {}

    /** What the second randomization gave; from now on it is what the subject gets. */
    record ArmReallocated(String study, String subject, String site, Arm arm) implements OfSubject {}

    record KitsReceived(
            String study,
            String site,
            ProductLot lot,
            String packagingLot,
            List<Shipment.BoxedKit> kits,
            LocalDate expiresOn)
            implements AllocationEvent {
        public KitsReceived {
            kits = List.copyOf(kits);
        }
    }

    record KitDispensed(
            String study, String subject, String site, String kit, String packagingLot, int dose, Instant dispensedAt)
            implements OfSubject {}

    /** From which donor the product in a kit is that was just handed out: noted with every kit, of every arm. */
    record ProductOriginNoted(String study, String subject, String site, String kit, int dose, ProductOrigin origin)
            implements OfSubject {}

    record KitReturned(
            String study, String subject, String site, String kit, int dose, Instant returnedAt, String reason)
            implements OfSubject {}

    record CodeBroken(
            String study,
            String subject,
            String site,
            CodeBreakCategory category,
            String reason,
            String brokenBy,
            Instant at)
            implements OfSubject {}

    /** Who asked the investigator for it; beside {@link CodeBroken}, where it was somebody else. */
    record CodeBreakRequested(String study, String subject, String site, Requester requestedBy) implements OfSubject {}

    /** Somebody tried to break a code and was not shown it: kept for the audit, told to nobody. */
    record CodeBreakRefused(String study, String subject, String site, CodeBreakObstacle obstacle, String attemptedBy)
            implements OfSubject {}

    /** What a code break did to the trial is written down; the text is kept encrypted, as its writer may know the arm. */
    record CodeBreakAssessed(
            String study,
            String subject,
            String site,
            Instant brokenAt,
            ProtocolDeviation deviation,
            String impact,
            String assessedBy)
            implements OfSubject {
        @Override
        public String toString() {
            return "CodeBreakAssessed[" + subject + "]";
        }
    }

    /** What became of the sealed envelopes, which open where nothing of ours runs. */
    sealed interface OfEnvelopes extends AllocationEvent {}

    /** The study has an opening key, of which people hold shares; kept encrypted, so that later envelopes can be sealed. */
    record OpeningKeyMade(String study, OpeningKey key, String slopes) implements OfEnvelopes {
        @Override
        public String toString() {
            return "OpeningKeyMade[" + study + "]";
        }
    }

    /** Somebody says why the opening key can no longer be relied on; another account has to confirm it. */
    record OpeningKeyReplacementAsked(String study, String askedBy, String reason, Instant at) implements OfEnvelopes {}

    /** The study has another opening key; who held shares of the one before holds none of this. */
    record OpeningKeyReplaced(
            String study, OpeningKey key, String slopes, String askedBy, String confirmedBy, String reason)
            implements OfEnvelopes {
        @Override
        public String toString() {
            return "OpeningKeyReplaced[" + study + "]";
        }
    }

    record OpeningShareGiven(String study, int number, String holder) implements OfEnvelopes {}

    record EnvelopesSealed(String study, List<String> subjects) implements OfEnvelopes {
        public EnvelopesSealed {
            subjects = List.copyOf(subjects);
        }
    }

    /** A code was broken while the house was away, and is told now. */
    record EnvelopeOpened(
            String study,
            String subject,
            String site,
            CodeBreakCategory category,
            String reason,
            String openedBy,
            Instant at)
            implements OfEnvelopes, OfSubject {}
}
