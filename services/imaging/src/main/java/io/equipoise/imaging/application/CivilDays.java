package io.equipoise.imaging.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which day it is at a site, in the site's own zone. */
public final class CivilDays {
    private final Clock clock;
    private final ScanPlans plans;

    public CivilDays(Clock clock, ScanPlans plans) {
        this.clock = clock;
        this.plans = plans;
    }

    public LocalDate today(String study, String site) {
        return LocalDate.ofInstant(clock.instant(), plans.zone(study, site));
    }

    /** For people who belong to no site: the day that has begun in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
