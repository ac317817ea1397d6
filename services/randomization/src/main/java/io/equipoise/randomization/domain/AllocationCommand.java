package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a study's allocation. */
public sealed interface AllocationCommand {

    /** What is asked of lots, kits and shipments has a file of its own. */
    sealed interface Supplying extends AllocationCommand permits SupplyCommand {}

    /** Draw the list of every stratum. */
    record DrawList(String study, Design design, Seed seed, List<Integer> blockSizes, int slotsPerStratum)
            implements AllocationCommand {
        public DrawList {
            blockSizes = List.copyOf(blockSizes);
        }

        @Override
        public String toString() {
            return "DrawList[" + study + "]";
        }
    }

    /**
     * Settle how one randomization is decided, where it is not by a list.
     *
     * @param seed absent for the second randomization, which has the study's
     */
    record DeclareScheme(
            String study,
            int randomization,
            Design design,
            @Nullable Seed seed,
            Parameters parameters) implements AllocationCommand {
        @Override
        public String toString() {
            return "DeclareScheme[" + study + "]";
        }
    }

    /** Give a subject the next place of the subject's stratum. */
    record Randomize(Participant participant, boolean underWay, LocalDate randomizedOn, Moment told)
            implements AllocationCommand {}

    /** Randomize somebody a second time, where the study has settled how. */
    record Rerandomize(Participant participant, boolean underWay, LocalDate randomizedOn, Moment told)
            implements AllocationCommand {}

    /**
     * Bring a list that was drawn elsewhere.
     *
     * @param seed unpredictable, for the choice of kits
     */
    record DraftList(String study, Design design, List<ListRow> rows, Seed seed, String by)
            implements AllocationCommand {
        public DraftList {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "DraftList[" + study + "]";
        }
    }

    /** Say as a second person that the draft is right. */
    record ApproveList(String study, String by) implements AllocationCommand {}

    /** Put the approved draft into use. */
    record ReleaseList(String study, String by) implements AllocationCommand {}

    /** Take kits into a site's stock. */
    record ReceiveKits(Shipment shipment, List<Arm> arms) implements AllocationCommand {
        public ReceiveKits {
            arms = List.copyOf(arms);
        }
    }

    /** Hand out a kit for one dose. */
    record Dispense(Participant participant, boolean underWay, int dose, Instant dispensedAt, Moment told)
            implements AllocationCommand {}

    /** Take a handed-out kit back. */
    record ReturnKit(SubjectId subject, String kit, Instant returnedAt, String reason, Moment told)
            implements AllocationCommand {}

    /**
     * Show one subject's arm to one investigator (domain rules 4.8).
     *
     * @param ownSite whether the person who asks works at the subject's site
     * @param loggedInAt when that person last proved to be who they are; absent where nobody knows
     * @param requestedBy who asked the investigator for it; absent where nobody did
     */
    record BreakCode(
            SubjectId subject,
            String category,
            String reason,
            Instant at,
            String brokenBy,
            boolean ownSite,
            @Nullable Instant loggedInAt,
            @Nullable Requester requestedBy,
            Moment told)
            implements AllocationCommand {
        /** How long ago the log-in may be. */
        public static final Duration FRESH = Duration.ofMinutes(5);

        public boolean isFreshlyLoggedIn() {
            return loggedInAt != null && !loggedInAt.isBefore(told.toldAt().minus(FRESH));
        }
    }
}
