package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.E2bFormat;
import io.equipoise.adverseevent.application.PartnerReports;
import io.equipoise.adverseevent.application.PartnerReports.Intake;
import io.equipoise.adverseevent.application.Receipts;
import io.equipoise.adverseevent.application.Unreadable;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.PartnerReport;
import io.equipoise.adverseevent.domain.icsr.PartnerReport.Reading;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for files that come in: a receiver's answer to a batch, and another sender's report that becomes a case. */
@RestController
class IcsrInEndpoint {
    private final E2bFormat files;
    private final Receipts receipts;
    private final PartnerReports partners;

    IcsrInEndpoint(E2bFormat files, Receipts receipts, PartnerReports partners) {
        this.files = files;
        this.receipts = receipts;
        this.partners = partners;
    }

    /** @param file the XML of the receiver's answer, as text */
    record AnswerRequest(String file) {}

    /**
     * @param file the XML of one report, as text
     * @param grades one for every reaction of the report, which cannot say them
     * @param office a zone such as Europe/Berlin: where civil days are counted
     */
    record ReportRequest(
            String file,
            String subject,
            List<Integer> grades,
            List<String> authorities,
            Instant receivedAt,
            String office) {}

    @PostMapping("/api/safety/icsr-acknowledgements")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> answered(@RequestBody AnswerRequest body, Attribution by) {
        var answer = read(body.file(), files::acknowledgement);
        return receipts.take(answer, by).stream().map(IcsrInEndpoint::shown).toList();
    }

    @PostMapping("/api/safety/received-reports")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> received(@RequestBody ReportRequest body, Caller caller, Attribution by) {
        var subject = SubjectId.parse(body.subject())
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("SUBJECT_UNKNOWN", "a subject is written like NCT07146087-01-0001")));
        caller.mustEnter(subject.site());
        var received = read(body.file(), files::read);
        if (received.batch().reports().size() != 1) {
            throw new Problem(Refusal.invalid(
                    "NOT_ONE_REPORT",
                    "send one report at a time; this file holds "
                            + received.batch().reports().size(),
                    "/file"));
        }
        var report = whole(received.batch().reports().getFirst(), body.grades());
        var intake = new Intake(subject, body.authorities(), body.receivedAt(), zone(body.office()));
        return Answers.created(
                partners.take(report, intake, by),
                commit -> "/api/safety/cases/" + opened(commit).caseId(),
                commit -> made(opened(commit), received.unread()));
    }

    private static PartnerReport whole(Icsr report, List<Integer> grades) {
        return switch (PartnerReport.read(report, grades)) {
            case Reading.Whole(var whole) -> whole;
            case Reading.Lacking(var elements) ->
                throw new Problem(Refusal.invalid(
                        "REPORT_INCOMPLETE",
                        "the report lacks what an event cannot be recorded without",
                        elements.toArray(String[]::new)));
        };
    }

    private static <T> T read(String file, Function<InputStream, T> reader) {
        try {
            return reader.apply(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        } catch (Unreadable refused) {
            throw Problem.badRequest(refused.code(), refused.detail(), "/file");
        }
    }

    private static ZoneId zone(String said) {
        try {
            return ZoneId.of(said);
        } catch (DateTimeException none) {
            throw Problem.badRequest("FIELD_MALFORMED", "/office is a zone such as Europe/Berlin", "/office");
        }
    }

    private static CaseOpened opened(Commit<SafetyFact> commit) {
        return (CaseOpened) commit.facts().getFirst();
    }

    private static Map<String, Object> made(CaseOpened opened, List<String> unread) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("case", opened.caseId());
        shown.put("safetyReportId", opened.safetyReportId());
        shown.put("worldwideId", opened.worldwideId());
        shown.put("events", opened.events().stream().map(event -> event.event()).toList());
        shown.put("unread", unread);
        return shown;
    }

    private static Map<String, Object> shown(Receipts.Taken taken) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("message", taken.message());
        taken.caseId().ifPresent(found -> shown.put("case", found));
        taken.receipt().ifPresent(receipt -> shown.put("receipt", receipt.name()));
        switch (taken.outcome()) {
            case Outcome.Refused<SafetyFact>(var reason) -> {
                shown.put("recorded", false);
                shown.put("code", reason.code());
                shown.put("detail", reason.detail());
            }
            default -> shown.put("recorded", true);
        }
        return shown;
    }
}
