package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseReporting;
import io.equipoise.adverseevent.application.E2bFormat;
import io.equipoise.adverseevent.application.Papers;
import io.equipoise.adverseevent.application.PeriodicReport;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Doors for papers that may name an arm: of subjects whose code was broken for a report, and of nobody else. Asking is
 * recorded as a look at every arm that stands in the answer, so these are posts (CTR Annex III 2.5).
 */
@RestController
class UnblindedPapersEndpoint {
    private final PeriodicReport periodic;
    private final CaseReporting cases;
    private final E2bFormat files;
    private final Papers papers;

    UnblindedPapersEndpoint(PeriodicReport periodic, CaseReporting cases, E2bFormat files, Papers papers) {
        this.periodic = periodic;
        this.cases = cases;
        this.files = files;
        this.papers = papers;
    }

    /** @param profile ICH or FDA_IND */
    record ReportRequest(String profile) {}

    /**
     * @param from the first day of the interval, to: its last
     * @param format csv, html or pdf
     */
    record ListingRequest(String from, String to, String format) {}

    /** @param until the data lock point, a day */
    record SummaryRequest(String until, String format) {}

    @PostMapping("/api/safety/cases/{case}/unblinded/icsr")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<byte[]> report(
            @PathVariable("case") String caseId, @RequestBody ReportRequest body, Caller caller, Attribution by) {
        var profile = IcsrEndpoint.profile(body.profile());
        var opened = IcsrEndpoint.entered(cases, caseId, caller);
        return IcsrEndpoint.file(files, cases.unblinded(opened, profile, by));
    }

    @PostMapping("/api/safety/studies/{study}/unblinded/line-listing")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    ResponseEntity<byte[]> listing(
            @PathVariable String study, @RequestBody ListingRequest body, Caller caller, Attribution by) {
        var interval = PeriodicEndpoint.interval(body.from(), body.to());
        PeriodicEndpoint.mustBeFormat(body.format());
        return PeriodicEndpoint.file(
                papers,
                periodic.unblindedLineListing(study, interval, caller::sees, by),
                body.format(),
                by.recordedAt());
    }

    @PostMapping("/api/safety/studies/{study}/unblinded/serious-events-summary")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    ResponseEntity<byte[]> summary(
            @PathVariable String study, @RequestBody SummaryRequest body, Caller caller, Attribution by) {
        var until = PeriodicEndpoint.day("until", body.until());
        PeriodicEndpoint.mustBeFormat(body.format());
        return PeriodicEndpoint.file(
                papers, periodic.unblindedSummary(study, until, caller::sees, by), body.format(), by.recordedAt());
    }
}
