package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.platform.journal.EventCodec;

/** The permanent names of what stopping rules make. */
final class StoppingJournal {
    private StoppingJournal() {}

    static EventCodec<SafetyFact> named(EventCodec<SafetyFact> codec) {
        return codec.event("StoppingRuleSet.v1", StoppingRuleSet.class)
                .event("ExposureNoted.v1", ExposureNoted.class)
                .event("EventNoted.v1", EventNoted.class)
                .event("BoundaryCrossed.v1", BoundaryCrossed.class)
                .event("StudyHeld.v1", StudyHeld.class)
                .event("HoldLifted.v1", HoldLifted.class);
    }
}
