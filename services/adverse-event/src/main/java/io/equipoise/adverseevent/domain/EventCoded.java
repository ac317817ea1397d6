package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A person gave an event a code of a dictionary; the term as reported stays beside it.
 *
 * @param reported the term of the account that was coded
 * @param match how near the two terms are
 */
public record EventCoded(
        String event,
        SubjectId subject,
        String dictionary,
        String version,
        String code,
        String term,
        String reported,
        Match match,
        @Nullable String reason)
        implements EventAddition {

    /** The same letters; the same words; or neither, by a person's judgement. */
    public enum Match {
        EXACT,
        NORMALISED,
        JUDGED;

        public static Match of(String reported, String term) {
            if (reported.equals(term)) {
                return EXACT;
            }
            return DictionaryTerm.plain(reported).equals(DictionaryTerm.plain(term)) ? NORMALISED : JUDGED;
        }
    }

    @Override
    public String words() {
        return "Coded: " + term + " (" + dictionary + " " + version + ", " + code + ")";
    }
}
