package io.equipoise.imaging.domain;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How it was taken from images who they are of (PS3.15 annex E), and, in hashes that only the study's key can make, what they
 * were before.
 *
 * @param codes of the profile and its options (PS3.16 context group 7050)
 * @param originals one for each file as it was sent: by them the same upload is known again
 * @param identity one for each word of the person's names, numbers and date of birth: no caption may hold one
 */
public record Deidentification(String method, List<String> codes, List<String> originals, List<String> identity) {
    public Deidentification {
        codes = List.copyOf(codes);
        originals = List.copyOf(originals);
        identity = List.copyOf(identity);
    }

    /** Whether a text of these words, hashed alike, says who it is of. */
    boolean isToldBy(Set<String> words) {
        return !Collections.disjoint(identity, words);
    }
}
