package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an office heard of a case.
 *
 * @param receivedAt an instant, or the office's local time without an offset
 * @param qualifiedAt the same; left out where nobody has found yet that it qualifies
 * @param office the zone of the office that received it, such as Europe/Berlin
 * @param significant of a follow-up; left out means no
 * @param turnedFatal it tells of a death or a danger to life that nobody had told of; left out means no
 */
record InformationRequest(
        String receivedAt,
        @Nullable String qualifiedAt,
        String office,
        @Nullable Boolean significant,
        @Nullable Boolean turnedFatal,
        List<MinimumCriterion> criteria,
        ReporterKind reporter,
        @Nullable String reporterName,
        String country,
        String what) {

    Heard heard() {
        var zone = OfficeTime.zone(office);
        return new Heard(
                new Information(
                        OfficeTime.instant("/receivedAt", receivedAt, zone),
                        qualifiedAt == null ? null : OfficeTime.instant("/qualifiedAt", qualifiedAt, zone),
                        zone,
                        Boolean.TRUE.equals(significant),
                        Boolean.TRUE.equals(turnedFatal),
                        criteria,
                        reporter,
                        country),
                what,
                reporterName);
    }
}
