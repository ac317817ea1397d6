package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.alerting.HeldBack;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.List;

/** What stands beside an alert in its record: why it was raised, who was on call, who was told later or never. */
public sealed interface CallFact extends PersonFact {
    String alert();

    /** These rules were met, by which version of the study's rules (0: nobody had set any). */
    record AlertReasoned(String alert, SubjectId subject, int rulesVersion, List<MetRule> rules) implements CallFact {
        public AlertReasoned {
            rules = List.copyOf(rules);
        }
    }

    /** It climbs this ladder, whatever is decided later. */
    record AlertPlanned(String alert, SubjectId subject, int ladderVersion, List<Rung> rungs) implements CallFact {
        public AlertPlanned {
            rungs = List.copyOf(rungs);
        }
    }

    /** Who was on call at that moment; nobody, where the list is empty. */
    record OnCallNoted(String alert, SubjectId subject, int step, Instant at, int rotaVersion, List<String> people)
            implements CallFact {
        public OnCallNoted {
            people = List.copyOf(people);
        }
    }

    /** Somebody has quiet hours and is told when they end, unless it is taken over by then. */
    record AlertHeldBack(String alert, SubjectId subject, int step, HeldBack held) implements CallFact {}

    /** The quiet hours are over, and it still waits. */
    record AlertHeldTold(String alert, SubjectId subject, int step, HeldBack held, Instant at) implements CallFact {}

    /** A receiver is gone for good, so nothing is tried any more. */
    record AlertGivenUp(String alert, SubjectId subject, Delivery delivery, Instant at, String why)
            implements CallFact {}

    /** The acknowledgement beside this came by the link that was mailed there. */
    record AcknowledgedByLink(String alert, SubjectId subject, Delivery delivery, String by, Instant at)
            implements CallFact {}
}
