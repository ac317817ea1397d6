package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.ClusterFact.ClusterNoticed;
import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.EventDetailed;
import io.equipoise.adverseevent.domain.InquiryFact.EventsFound;
import io.equipoise.adverseevent.domain.InquiryFact.NoneFound;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import io.equipoise.adverseevent.domain.PersonFact;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformationFact.SafetyInformationPublished;
import io.equipoise.platform.journal.EventCodec;

/** The permanent names of what is added to an event, and of what holds for all events of a study. */
final class EventJournal {
    private EventJournal() {}

    static EventCodec<SafetyFact> names(EventCodec<SafetyFact> codec) {
        secret(codec, "CausalityAssessed.v1", CausalityAssessed.class, "reason");
        secret(codec, "ExpectednessAssessed.v1", ExpectednessAssessed.class, "reason");
        secret(codec, "EventCoded.v1", EventCoded.class, "reason");
        secret(codec, "EventDetailed.v1", EventDetailed.class, "reason");
        return codec.event("SafetyInformationPublished.v1", SafetyInformationPublished.class)
                .event("NoneFound.v1", NoneFound.class)
                .event("EventsFound.v1", EventsFound.class)
                .event("DictionaryUploaded.v1", DictionaryUploaded.class)
                .event("ClusterNoticed.v1", ClusterNoticed.class);
    }

    /** A text that only its subject's key opens. */
    private static <T extends PersonFact> void secret(
            EventCodec<SafetyFact> codec, String name, Class<T> type, String field) {
        codec.secret(name, type, fact -> "subject/" + fact.subject(), field)
                .forgottenAs(name, field, SafetyJournal.FORGOTTEN);
    }
}
