package io.equipoise.randomization.application;

import io.equipoise.randomization.domain.Design;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What study-design has told about a study.
 *
 * @param underWay active, with a status in which people are treated
 * @param zones of the sites that are open
 */
public record StudyStanding(String study, Design design, boolean underWay, Map<String, ZoneId> zones) {
    public StudyStanding {
        zones = Map.copyOf(zones);
    }

    public Optional<ZoneId> zoneOf(String site) {
        return Optional.ofNullable(zones.get(site));
    }
}
