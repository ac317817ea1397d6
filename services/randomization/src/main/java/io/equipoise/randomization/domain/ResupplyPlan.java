package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When and how sites are filled up: on fixed days, whatever happened between them, in whole sets.
 *
 * @param horizonDays how far the doses to come are looked at; what expires within does not count as stock
 */
public record ResupplyPlan(String depot, LocalDate firstOn, int everyDays, int horizonDays, List<SiteLevels> levels) {

    /** The fewest sets that a site should have, and how many it is filled up to. */
    public record SiteLevels(String site, int minimum, int maximum) {}

    public ResupplyPlan {
        levels = List.copyOf(levels);
    }

    public boolean isDay(LocalDate on) {
        return !on.isBefore(firstOn) && ChronoUnit.DAYS.between(firstOn, on) % everyDays == 0;
    }

    /** The last planned day up to a day; before the first there is none. */
    public LocalDate lastDayUpTo(LocalDate on) {
        return on.minusDays(Math.floorMod(ChronoUnit.DAYS.between(firstOn, on), everyDays));
    }
}
