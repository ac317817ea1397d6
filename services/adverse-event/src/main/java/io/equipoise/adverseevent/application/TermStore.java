package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.DictionaryTerm;
import java.util.List;
import java.util.Optional;

/** The terms of the uploaded dictionaries, found by the hash of the whole; what lies under a hash never changes. */
public interface TermStore {
    void keep(String sha256, List<DictionaryTerm> terms);

    Optional<DictionaryTerm> byCode(String sha256, String code);

    /** Those that have the same words, without regard to capitals and marks. */
    List<DictionaryTerm> byWords(String sha256, String text);
}
