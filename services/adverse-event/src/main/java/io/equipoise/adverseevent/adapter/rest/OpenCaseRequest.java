package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.CaseBook.Opening;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of events of one subject, with its first information.
 *
 * @param authorities the names of the profiles by which it has to be reported
 * @param worldwideId the number that another sender gave the case before
 */
record OpenCaseRequest(
        List<String> events,
        List<String> authorities,
        @Nullable String worldwideId,
        String receivedAt,
        @Nullable String qualifiedAt,
        String office,
        List<MinimumCriterion> criteria,
        ReporterKind reporter,
        @Nullable String reporterName,
        String country,
        String what) {

    Opening opening() {
        var first = new InformationRequest(
                receivedAt, qualifiedAt, office, false, false, criteria, reporter, reporterName, country, what);
        return new Opening(events, authorities, worldwideId, first.heard());
    }
}
