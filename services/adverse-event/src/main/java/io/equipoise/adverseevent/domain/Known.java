package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the house knows about a subject at the moment of a report.
 *
 * @param askedAt the moment, by the clock of the server
 * @param registered the subject is on a screening log, whatever became of it since
 * @param zone of the site, where it has been told
 */
public record Known(
        boolean registered, Instant askedAt, @Nullable ZoneId zone, List<GivenDose> doses) {
    public Known {
        doses = List.copyOf(doses);
    }

    Optional<GivenDose> dose(int number) {
        return doses.stream().filter(given -> given.dose() == number).findFirst();
    }
}
