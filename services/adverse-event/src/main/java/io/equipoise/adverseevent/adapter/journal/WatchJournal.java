package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.CallFact.AcknowledgedByLink;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertPlanned;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.WatchFact.AlertRulesSet;
import io.equipoise.adverseevent.domain.WatchFact.BrowserDropped;
import io.equipoise.adverseevent.domain.WatchFact.BrowserSubscribed;
import io.equipoise.adverseevent.domain.WatchFact.LadderSet;
import io.equipoise.adverseevent.domain.WatchFact.QuietHoursSet;
import io.equipoise.adverseevent.domain.WatchFact.RotaSet;
import io.equipoise.platform.journal.EventCodec;

/** The permanent names of what is decided about the watch. Whoever has a browser's address could push to it: it is secret. */
final class WatchJournal {
    private WatchJournal() {}

    static EventCodec<SafetyFact> with(EventCodec<SafetyFact> codec) {
        return codec.event("AlertRulesSet.v1", AlertRulesSet.class)
                .event("RotaSet.v1", RotaSet.class)
                .event("LadderSet.v1", LadderSet.class)
                .event("QuietHoursSet.v1", QuietHoursSet.class)
                .secret("BrowserSubscribed.v1", BrowserSubscribed.class, fact -> "officer/" + fact.person(), "browser")
                .event("BrowserDropped.v1", BrowserDropped.class)
                .event("AlertReasoned.v1", AlertReasoned.class)
                .event("AlertPlanned.v1", AlertPlanned.class)
                .event("OnCallNoted.v1", OnCallNoted.class)
                .event("AlertHeldBack.v1", AlertHeldBack.class)
                .event("AlertHeldTold.v1", AlertHeldTold.class)
                .event("AlertGivenUp.v1", AlertGivenUp.class)
                .event("AcknowledgedByLink.v1", AcknowledgedByLink.class);
    }
}
