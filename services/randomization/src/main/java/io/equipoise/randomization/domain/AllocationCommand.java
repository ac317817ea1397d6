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
    record Randomize(
            Participant participant, boolean underWay, LocalDate randomizedOn, Moment told, List<SafetyHold> holds)
            implements AllocationCommand {
        public Randomize {
            holds = List.copyOf(holds);
        }

        /** In a study that nothing holds. */
        public Randomize(Participant participant, boolean underWay, LocalDate randomizedOn, Moment told) {
            this(participant, underWay, randomizedOn, told, List.of());
        }
    }

    /** What another system says a subject gets. */
    record TakeAssignment(
            Participant participant, boolean underWay, Assignment assignment, Moment told, List<SafetyHold> holds)
            implements AllocationCommand {
        public TakeAssignment {
            holds = List.copyOf(holds);
        }

        @Override
        public String toString() {
            return "TakeAssignment[" + participant.subject() + "]";
        }
    }

    /** Randomize somebody a second time, where the study has settled how. */
    record Rerandomize(
            Participant participant, boolean underWay, LocalDate randomizedOn, Moment told, List<SafetyHold> holds)
            implements AllocationCommand {
        public Rerandomize {
            holds = List.copyOf(holds);
        }

        /** In a study that nothing holds. */
        public Rerandomize(Participant participant, boolean underWay, LocalDate randomizedOn, Moment told) {
            this(participant, underWay, randomizedOn, told, List.of());
        }
    }

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
            return isFresh(loggedInAt, told);
        }

        static boolean isFresh(@Nullable Instant loggedInAt, Moment told) {
            return loggedInAt != null && !loggedInAt.isBefore(told.toldAt().minus(FRESH));
        }
    }

    /**
     * Tell the safety office, and nobody else, what one subject gets (EU CTR 536/2014, Annex III 2.5).
     *
     * @param reported the event as it is told here; absent where it is not
     * @param suspected the officer judges that the treatment may have caused it
     * @param unexpected the officer judges that the reference safety information does not list it
     * @param ownSite whether the officer may see people of the subject's site
     * @param loggedInAt when the officer last proved to be who they are; absent where nobody knows
     * @param sealable whether what is told can be sealed
     */
    record BreakForSafety(
            SubjectId subject,
            String event,
            @Nullable ReportedEvent reported,
            boolean suspected,
            boolean unexpected,
            String reason,
            String brokenBy,
            boolean ownSite,
            @Nullable Instant loggedInAt,
            boolean sealable,
            Moment told)
            implements AllocationCommand {
        public boolean isFreshlyLoggedIn() {
            return BreakCode.isFresh(loggedInAt, told);
        }
    }
}
