package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.platform.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Times of an office, as people write them there. */
final class OfficeTime {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private OfficeTime() {}

    /** A region, not an offset: only a region knows when its clocks are changed. */
    static ZoneId zone(String office) {
        if (!ZoneId.getAvailableZoneIds().contains(office)) {
            throw malformed("/office", "a zone such as Europe/Berlin");
        }
        return ZoneId.of(office);
    }

    /** Of an hour that comes twice in a night when clocks are put back, the first: a clock then starts earlier. */
    static Instant instant(String pointer, String text, ZoneId zone) {
        try {
            var local = text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            int year = local.atZone(zone).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw malformed(pointer, "a time of the years 1900 to 9998");
            }
            return local;
        } catch (DateTimeParseException neither) {
            throw malformed(
                    pointer, "an instant such as 2025-03-10T15:40:00Z, or the office's time such as 2025-03-10T16:40");
        } catch (DateTimeException beyond) {
            throw malformed(pointer, "a time of the years 1900 to 9998");
        }
    }

    private static Problem malformed(String pointer, String expected) {
        return Problem.badRequest("FIELD_MALFORMED", pointer + " must be " + expected, pointer);
    }
}
