package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of information about a case as an office of the sponsor received it; number 1 is the initial one.
 *
 * @param receivedAt when it came in
 * @param qualifiedAt when the sponsor found that it qualifies for a report; absent where nobody has found so yet
 * @param office where the office's clocks are: civil days are counted there
 * @param significant changes what an authority would think of the case, so that it must hear of it
 * @param turnedFatal tells that the reaction is fatal or life-threatening, which nobody had said before
 * @param criteria of a valid report that it holds, each once
 * @param country of the reporter, ISO 3166-1 in two letters (ICH E2B(R3) C.2.r.3)
 */
public record Information(
        Instant receivedAt,
        @Nullable Instant qualifiedAt,
        ZoneId office,
        boolean significant,
        boolean turnedFatal,
        List<MinimumCriterion> criteria,
        ReporterKind reporter,
        String country) {
    public Information {
        criteria = criteria.stream().distinct().sorted().toList();
    }

    /** The civil day of the receipt at the office. */
    public LocalDate day() {
        return LocalDate.ofInstant(receivedAt, office);
    }
}
