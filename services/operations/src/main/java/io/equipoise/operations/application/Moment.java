package io.equipoise.operations.application;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as the site's clock shows it, with the offset; UTC stays beside it. */
public record Moment(Instant at, String zone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    public static Moment of(Instant at, ZoneId zone) {
        return new Moment(at, zone.getId());
    }

    public String local() {
        return FORM.format(at.atZone(ZoneId.of(zone)));
    }

    public String utc() {
        return at + " UTC";
    }
}
