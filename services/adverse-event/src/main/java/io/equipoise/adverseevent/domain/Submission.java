package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A report of the case that has gone out.
 *
 * @param number 1, 2, 3 ... of the case, whichever authority it went to
 * @param covers the number of the newest information that stands in it
 * @param complete nothing that the authority asks for is owed
 * @param reference such as the batch or message number that the receiver knows it by
 */
public record Submission(
        int number, String authority, Kind kind, Instant sentAt, int covers, boolean complete, String reference) {

    /** What the report is to the authority (ICH E2B(R3) C.1.11.1: 1 nullification, 2 amendment). */
    public enum Kind {
        INITIAL,
        FOLLOW_UP,
        AMENDMENT,
        NULLIFICATION
    }

    /** The civil day of the sending at an office. */
    public LocalDate day(ZoneId office) {
        return LocalDate.ofInstant(sentAt, office);
    }
}
