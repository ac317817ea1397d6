package io.equipoise.adverseevent.domain;

import org.jspecify.annotations.Nullable;

/**
 * One line of the work that a new version of a dictionary makes.
 *
 * @param version that it is coded in
 * @param now the term of the same code in the new version; absent where it is gone
 */
public record Recoding(
        String event,
        String reported,
        String version,
        String code,
        String term,
        Change change,
        @Nullable String now) {

    /** SAME may simply be coded anew; REPORTED_ANEW was amended since it was coded. */
    public enum Change {
        SAME,
        RENAMED,
        GONE,
        REPORTED_ANEW
    }

    /** @param found the entry of the same code in the new version, if there is one */
    public static Recoding of(CodedLine line, @Nullable DictionaryTerm found) {
        return new Recoding(
                line.event(),
                line.reported(),
                line.version(),
                line.code(),
                line.term(),
                change(line, found),
                found == null ? null : found.term());
    }

    private static Change change(CodedLine line, @Nullable DictionaryTerm found) {
        if (found == null) {
            return Change.GONE;
        }
        if (!line.reported().equals(line.codedAs())) {
            return Change.REPORTED_ANEW;
        }
        return found.term().equals(line.term()) ? Change.SAME : Change.RENAMED;
    }

    /**
     * A coded event as a list has it.
     *
     * @param reported the term as reported now
     * @param codedAs the term as reported when it was coded
     */
    public record CodedLine(
            String event, String site, String reported, String codedAs, String version, String code, String term) {}
}
