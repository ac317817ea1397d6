package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** Lets nobody near an event that nobody has reported, or of a person of another site. */
final class EventGate {
    private EventGate() {}

    /** @param newest the event's newest account, where there is one */
    static AdverseEventFact enter(@Nullable AdverseEventFact newest, Caller caller) {
        if (newest == null) {
            throw new Problem(Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no such adverse event is on record"));
        }
        caller.mustEnter(newest.subject().site());
        return newest;
    }
}
