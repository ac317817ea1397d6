package io.equipoise.adverseevent.domain.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as a reader says them. */
enum Words {
    ;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Such as "Monday 10 March 2025 at 16:40 (UTC+01:00; 2025-03-10 15:40 UTC)". */
    static String moment(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return MOMENT.format(there) + " (" + offset(there.getOffset()) + "; " + UTC.format(at.atZone(ZoneOffset.UTC))
                + ")";
    }

    static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
