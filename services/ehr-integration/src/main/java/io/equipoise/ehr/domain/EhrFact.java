package io.equipoise.ehr.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened between a subject and a site's record system. */
public sealed interface EhrFact {
    String subject();

    /** The record system said who the subject is, or more of it than before. Never leaves this room. */
    record PatientLinked(String subject, Identity identity) implements EhrFact {}

    /**
     * The person asked to be forgotten, or had to be: what was said of who they are, and what their record told, is read by
     * nobody any more.
     *
     * @param reason without a trace of who they are
     */
    record PersonForgotten(String subject, String reason) implements EhrFact {}

    /** The record system told facts of the subject. */
    record FactsReceived(
            String subject,
            List<ScreeningFact> facts,
            @Nullable GivenConsent consent,
            String mapping) implements EhrFact {
        public FactsReceived {
            facts = List.copyOf(facts);
        }
    }
}
