package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.stopping.Boundary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been recorded about when a study stops. Counts are of everybody dosed; nothing in here knows an arm. */
public sealed interface StoppingFact extends SafetyFact {
    String study();

    /**
     * A rule counts from now on.
     *
     * @param stopAt the boundary as it was worked out then, for n = 1, 2, ...: a later release changes no rule
     * @param attained in words, what the boundary really reaches
     * @param definitionVersion of the study definition that says so; absent where somebody signed
     * @param signature absent where the study definition says so
     */
    record StoppingRuleSet(
            String study,
            StoppingRule rule,
            List<Integer> stopAt,
            String attained,
            @Nullable Integer definitionVersion,
            @Nullable Signature signature,
            String reason)
            implements StoppingFact {
        public StoppingRuleSet {
            stopAt = List.copyOf(stopAt);
        }

        public Boundary boundary() {
            return new Boundary(stopAt);
        }
    }

    /** Somebody was dosed, as dosing-schedule told. */
    record ExposureNoted(String study, String subject, Instant startedAt) implements StoppingFact {}

    /** An event as its newest account has it, whether or not a rule counts it. */
    record EventNoted(
            String study,
            String subject,
            String event,
            int version,
            String term,
            int grade,
            boolean serious,
            Relation relation,
            Moment onset)
            implements StoppingFact {}

    /**
     * So many events were seen that the rule says stop.
     *
     * @param number which crossing of this rule it is
     * @param n people dosed
     * @param events people with an event that counts
     * @param stopAt the least count that stops at this n
     * @param evidence in words and exact numbers, how unlikely that is
     */
    record BoundaryCrossed(
            String study, String rule, int number, int n, int events, int stopAt, String evidence, Instant at)
            implements StoppingFact {}

    /** Nobody is enrolled, randomized or dosed until this hold is lifted. */
    record StudyHeld(String study, String hold, String rule, Instant placedAt, List<Lifter> liftedBy)
            implements StoppingFact {
        public StudyHeld {
            liftedBy = List.copyOf(liftedBy);
        }
    }

    /** A named person has signed that the study may go on. */
    record HoldLifted(String study, String hold, String reason, Signature signature) implements StoppingFact {}
}
