package io.equipoise.adverseevent.domain;

/** What has become of a study's reference safety information. */
public sealed interface SafetyInformationFact extends SafetyFact {

    /** A version comes into force on a day; it never changes. */
    record SafetyInformationPublished(String study, SafetyInformationVersion version)
            implements SafetyInformationFact {}
}
