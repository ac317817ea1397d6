package io.equipoise.studydesign.domain.table;

import org.jspecify.annotations.Nullable;

/**
 * What a person should look at.
 *
 * @param row the row as printed, counted from 1 below the titles
 * @param raw the printed text; null where nothing is printed
 */
public record Finding(
        Kind kind, int row, Column column, @Nullable String raw, String why) {

    /** MISSING: nothing is printed there. QUARANTINED: something is, and it is not taken until somebody reads it. */
    public enum Kind {
        MISSING,
        QUARANTINED
    }
}
