package io.equipoise.adverseevent.domain.icsr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as E2B(R3) writes it (appendix II): CCYY[MM[DD[hh[mm[ss]]]]], then the offset from UTC if known. Only as
 * precise as the digits say.
 *
 * @param digits 4 (year), 6, 8 (day), 10, 12 or 14 (second)
 * @param earliest the first second that the digits can mean
 * @param offset absent where the text says none
 */
public record E2bTime(
        int digits, LocalDateTime earliest, @Nullable ZoneOffset offset) {
    public static final int DAY = 8;
    public static final int SECOND = 14;
    private static final Pattern FORM = Pattern.compile("(\\d{4,14})(?:\\.\\d{1,4})?(?:([+-])(\\d{2})(\\d{2})?)?");
    private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter TO_DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public static Optional<E2bTime> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || form.group(1).length() % 2 != 0) {
            return Optional.empty();
        }
        try {
            var digits = form.group(1);
            var full = digits + "0101000000".substring(digits.length() - 4);
            return Optional.of(new E2bTime(digits.length(), LocalDateTime.parse(full, TO_SECOND), offset(form)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static @Nullable ZoneOffset offset(Matcher form) {
        if (form.group(2) == null) {
            return null;
        }
        var minutes = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        var sign = form.group(2).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(form.group(3)), sign * minutes);
    }

    /** To the second, with the offset. */
    public static String of(OffsetDateTime moment) {
        var minutes = moment.getOffset().getTotalSeconds() / 60;
        return moment.format(TO_SECOND)
                + (minutes < 0 ? "-" : "+")
                + "%02d%02d".formatted(Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }

    /** The day only. */
    public static String of(LocalDate day) {
        return day.format(TO_DAY);
    }

    public LocalDate day() {
        return earliest.toLocalDate();
    }

    /** Wherever on earth it was written: without an offset, the latest clock counts. */
    public boolean isSurelyAfter(Instant now) {
        var zone = offset == null ? ZoneOffset.ofHours(14) : offset;
        return earliest.toInstant(zone).isAfter(now);
    }
}
