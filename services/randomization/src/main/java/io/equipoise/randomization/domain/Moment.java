package io.equipoise.randomization.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When we are told, where the site's civil day is counted. Chance and time come to the domain as data. */
public record Moment(Instant toldAt, ZoneId zone) {
    /** How far a site's clock may run ahead of ours before we call it the future. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    boolean isBefore(Instant happenedAt) {
        return happenedAt.isAfter(toldAt.plus(CLOCK_TOLERANCE));
    }

    boolean isBefore(LocalDate happenedOn) {
        return happenedOn.isAfter(dayOf(toldAt.plus(CLOCK_TOLERANCE)));
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
