package io.equipoise.adverseevent.domain;

/** What has become of a dictionary of terms. */
public sealed interface DictionaryFact extends SafetyFact {

    /**
     * Its holder uploaded a version; it never changes. The terms are kept apart, found by their hash.
     *
     * @param sha256 of all terms, hexadecimal
     */
    record DictionaryUploaded(String dictionary, String version, String language, int terms, String sha256)
            implements DictionaryFact {}
}
