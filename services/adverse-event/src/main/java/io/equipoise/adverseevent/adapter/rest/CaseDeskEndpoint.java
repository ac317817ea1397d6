package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseBook;
import io.equipoise.adverseevent.application.CaseFileDesk;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.Duplicates;
import io.equipoise.adverseevent.application.Reconciling;
import io.equipoise.adverseevent.domain.CaseField;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Doors around a case: its documents, its likes, and the clinical record that it has to agree with. */
@RestController
class CaseDeskEndpoint {
    private final CaseFileDesk files;
    private final Duplicates duplicates;
    private final Reconciling reconciling;
    private final CaseIndex index;
    private final CaseBook book;

    CaseDeskEndpoint(
            CaseBook book, CaseFileDesk files, Duplicates duplicates, Reconciling reconciling, CaseIndex index) {
        this.book = book;
        this.files = files;
        this.duplicates = duplicates;
        this.reconciling = reconciling;
        this.index = index;
    }

    record MergeRequest(String duplicate, String reason) {}

    record ExplanationRequest(String event, CaseField field, String explanation) {}

    /** The body is the file itself; X-File-Name names it. */
    @PostMapping(
            path = "/api/safety/cases/{caseId}/files",
            consumes = {"application/pdf", "image/png", "image/jpeg", "text/plain"})
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> attach(
            @PathVariable String caseId,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            Attribution by) {
        gate().enter(caseId, caller);
        var type = headers.getContentType();
        var name = headers.getFirst("X-File-Name");
        var bytes = body == null ? new byte[0] : body;
        var plain = type == null ? "" : type.getType() + "/" + type.getSubtype();
        return Answers.created(files.attach(caseId, name == null ? "" : name, plain, bytes, by), CaseView::answer);
    }

    @GetMapping("/api/safety/cases/{caseId}/files/{file}")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<byte[]> file(@PathVariable String caseId, @PathVariable String file, Caller caller) {
        gate().enter(caseId, caller);
        var about = files.about(caseId, file).orElseThrow(CaseDeskEndpoint::noFile);
        var bytes = files.read(caseId, file).orElseThrow(CaseDeskEndpoint::noFile);
        var name = ContentDisposition.attachment().filename(about.name()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(about.mediaType()))
                .header("Content-Disposition", name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(bytes);
    }

    @GetMapping("/api/safety/cases/{caseId}/duplicates")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> duplicates(@PathVariable String caseId, Caller caller) {
        gate().enter(caseId, caller);
        return duplicates.of(caseId).stream()
                .map(each -> Map.<String, Object>of(
                        "case", each.line().caseId(),
                        "safetyReportId", each.line().safetyReportId(),
                        "points", each.likeness().points(),
                        "worthALook", each.likeness().worthALook(),
                        "reasons", each.likeness().reasons()))
                .toList();
    }

    @PostMapping("/api/safety/cases/{caseId}/duplicates")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> merge(
            @PathVariable String caseId, @RequestBody MergeRequest body, Caller caller, Attribution by) {
        gate().enter(caseId, caller);
        gate().enter(body.duplicate(), caller);
        return Answers.created(book.merge(caseId, body.duplicate(), body.reason(), by), CaseView::answer);
    }

    @GetMapping("/api/safety/cases/{caseId}/differences")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> differences(@PathVariable String caseId, Caller caller) {
        gate().enter(caseId, caller);
        return CaseView.differences(reconciling.of(caseId));
    }

    @PostMapping("/api/safety/cases/{caseId}/explanations")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> explain(
            @PathVariable String caseId, @RequestBody ExplanationRequest body, Caller caller, Attribution by) {
        gate().enter(caseId, caller);
        return Answers.created(
                reconciling.explain(caseId, body.event(), body.field(), body.explanation(), by), CaseView::answer);
    }

    /** What differs anywhere, open differences of all cases first. */
    @GetMapping("/api/safety/differences")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> worklist(Caller caller) {
        return CaseView.differences(index.all().stream()
                .filter(line -> caller.sees(line.site()))
                .flatMap(line -> reconciling.of(line.caseId()).stream())
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .toList());
    }

    private static Problem noFile() {
        return new Problem(Refusal.unknown("FILE_UNKNOWN", "the case has no such file, or its subject is forgotten"));
    }

    private CaseGate gate() {
        return new CaseGate(book);
    }
}
