package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;

/** That somebody was asked at a visit whether anything untoward had happened. */
public sealed interface InquiryFact extends PersonFact {
    String visit();

    LocalDate askedOn();

    /** They were asked, and there was nothing. */
    record NoneFound(SubjectId subject, String visit, LocalDate askedOn) implements InquiryFact {}

    /**
     * They were asked, and there was something.
     *
     * @param events that were told of at this visit, at least one, all of this person
     */
    record EventsFound(SubjectId subject, String visit, LocalDate askedOn, List<String> events) implements InquiryFact {
        public EventsFound {
            events = List.copyOf(events);
        }
    }
}
