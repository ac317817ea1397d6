package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseReporting;
import io.equipoise.adverseevent.application.Papers;
import io.equipoise.adverseevent.application.PeriodicReport;
import io.equipoise.adverseevent.domain.icsr.CiomsForm;
import io.equipoise.adverseevent.domain.icsr.Profile;
import io.equipoise.adverseevent.domain.listing.LineListing.Interval;
import io.equipoise.adverseevent.domain.listing.Table;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Doors for papers: the CIOMS I form of a case, and the tables of the yearly safety report. None of them
 * holds an arm; those that do have doors of their own ({@link UnblindedPapersEndpoint}).
 */
@RestController
class PeriodicEndpoint {
    private final PeriodicReport periodic;
    private final CaseReporting cases;
    private final Papers papers;
    private final Clock clock;

    PeriodicEndpoint(PeriodicReport periodic, CaseReporting cases, Papers papers, Clock clock) {
        this.periodic = periodic;
        this.cases = cases;
        this.papers = papers;
        this.clock = clock;
    }

    /** Always blinded; boxes that nobody filled are empty. */
    @GetMapping("/api/safety/cases/{case}/cioms")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<byte[]> form(@PathVariable("case") String caseId, Caller caller) {
        var opened = IcsrEndpoint.entered(cases, caseId, caller);
        var now = clock.instant();
        var report = cases.report(List.of(opened), Profile.ICH, now)
                .batch()
                .reports()
                .getFirst();
        return answer(papers.form(CiomsForm.of(report), now), MediaType.APPLICATION_PDF, "cioms-" + caseId + ".pdf");
    }

    @GetMapping("/api/safety/studies/{study}/line-listing")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    ResponseEntity<byte[]> listing(
            @PathVariable String study,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller) {
        var now = clock.instant();
        return file(papers, periodic.lineListing(study, interval(from, to), caller::sees, now), format, now);
    }

    @GetMapping("/api/safety/studies/{study}/serious-events-summary")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    ResponseEntity<byte[]> summary(
            @PathVariable String study,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller) {
        return file(papers, periodic.summary(study, day("until", until), caller::sees), format, clock.instant());
    }

    static ResponseEntity<byte[]> file(Papers papers, Table table, String format, Instant now) {
        return switch (format) {
            case "csv" -> answer(papers.csv(table), new MediaType("text", "csv", StandardCharsets.UTF_8), "table.csv");
            case "html" ->
                answer(papers.html(table), new MediaType("text", "html", StandardCharsets.UTF_8), "table.html");
            case "pdf" -> answer(papers.pdf(table, now), MediaType.APPLICATION_PDF, "table.pdf");
            default -> throw format();
        };
    }

    static void mustBeFormat(String format) {
        if (!List.of("csv", "html", "pdf").contains(format)) {
            throw format();
        }
    }

    private static Problem format() {
        return Problem.badRequest("FIELD_MALFORMED", "format is csv, html or pdf", "/format");
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    static Interval interval(String from, String to) {
        var first = day("from", from);
        var last = day("to", to);
        if (last.isBefore(first)) {
            throw Problem.badRequest("FIELD_MALFORMED", "to is not before from", "to");
        }
        return new Interval(first, last);
    }

    static LocalDate day(String field, String said) {
        try {
            return LocalDate.parse(said);
        } catch (DateTimeException none) {
            throw Problem.badRequest("FIELD_MALFORMED", field + " is a day such as 2025-03-11", field);
        }
    }
}
