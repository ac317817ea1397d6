package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as the site's clock shows it, with the offset; where nobody told the site's zone, as UTC.
 *
 * @param machine for programs: an ISO instant, or an ISO date where the time is not known
 * @param local for people
 * @param utc the same instant in UTC, or that its time is not known
 */
public record SiteTime(String machine, String local, String utc) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    public static SiteTime of(Instant at, @Nullable ZoneId zone) {
        return new SiteTime(at.toString(), FORM.format(at.atZone(zone == null ? ZoneOffset.UTC : zone)), at + " UTC");
    }

    static SiteTime of(Moment moment, @Nullable ZoneId zone) {
        return switch (moment) {
            case Moment.At(var instant) -> of(instant, zone);
            case Moment.On(var date) -> new SiteTime(date.toString(), date.toString(), "the time is not known");
        };
    }
}
