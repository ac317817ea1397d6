package io.equipoise.randomization.application;

import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.SafetyHold;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What study-design has told about a study.
 *
 * @param underWay active, with a status in which people are treated
 * @param holds safety holds that nobody has lifted
 * @param zones of the sites that are open
 */
public record StudyStanding(
        String study, Design design, boolean underWay, Map<String, ZoneId> zones, List<SafetyHold> holds) {
    public StudyStanding {
        holds = List.copyOf(holds);
        zones = Map.copyOf(zones);
    }

    public Optional<ZoneId> zoneOf(String site) {
        return Optional.ofNullable(zones.get(site));
    }
}
