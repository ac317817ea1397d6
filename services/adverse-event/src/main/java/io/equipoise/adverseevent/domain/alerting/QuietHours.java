package io.equipoise.adverseevent.domain.alerting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When somebody is not to be disturbed, by their own clock: from a time until another, over midnight if need be. */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime until) {

    /**
     * When they end, for a moment that lies in them; empty otherwise. Where the clock is put forward over the end, they end
     * with the gap; put back, at the first of both.
     */
    public Optional<Instant> endFor(Instant at) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        var day = overMidnight && !time.isBefore(from) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        var end = day.atTime(until).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        return Optional.of(end).filter(instant -> instant.isAfter(at));
    }
}
