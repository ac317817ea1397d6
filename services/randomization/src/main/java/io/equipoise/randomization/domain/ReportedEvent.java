package io.equipoise.randomization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An adverse event as far as it is told here: whose, whether a criterion of seriousness is met, and when it began.
 *
 * @param onset an instant, or a civil day at the site where no more is known, as ISO 8601 writes them
 */
public record ReportedEvent(String event, String subject, boolean serious, String onset) {

    /** The civil day of its onset at a site. */
    LocalDate beganOn(ZoneId zone) {
        return onset.contains("T") ? Instant.parse(onset).atZone(zone).toLocalDate() : LocalDate.parse(onset);
    }
}
