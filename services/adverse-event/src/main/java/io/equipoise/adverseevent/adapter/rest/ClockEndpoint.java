package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseBook;
import io.equipoise.adverseevent.application.CaseClocks;
import io.equipoise.adverseevent.application.ClockBoard;
import io.equipoise.adverseevent.application.Profiles;
import io.equipoise.adverseevent.domain.CaseCommand.Acknowledge;
import io.equipoise.adverseevent.domain.CaseCommand.Submit;
import io.equipoise.adverseevent.domain.Receipt;
import io.equipoise.adverseevent.domain.clock.AuthorityProfile;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the clocks, and of the reports that stop them. */
@RestController
class ClockEndpoint {
    private final CaseBook book;
    private final CaseClocks clocks;
    private final ClockBoard board;
    private final Profiles profiles;

    ClockEndpoint(CaseBook book, CaseClocks clocks, ClockBoard board, Profiles profiles) {
        this.book = book;
        this.clocks = clocks;
        this.board = board;
        this.profiles = profiles;
    }

    /**
     * A report that went out.
     *
     * @param sentAt an instant, or local time of the office that received the first information
     * @param covers the number of the newest information in it; left out means all of it
     */
    record SubmissionRequest(
            String authority, String sentAt, @Nullable Integer covers, boolean complete, String reference) {}

    record ReceiptRequest(Receipt receipt, String at, String reference) {}

    @GetMapping("/api/safety/authorities")
    @Allowed(SAFETY_OFFICER)
    List<AuthorityProfile> authorities() {
        return profiles.all();
    }

    @GetMapping("/api/safety/clocks")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> clocks(Caller caller) {
        return board.entries(caller::sees).stream()
                .map(entry -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("case", entry.about().caseId());
                    shown.put("subject", entry.about().subject());
                    shown.putAll(ClockView.of(entry.explained(), entry.state()));
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    @GetMapping("/api/safety/cases/{caseId}/clocks")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> clocks(@PathVariable String caseId, Caller caller) {
        return ClockView.all(clocks.of(new CaseGate(book).enter(caseId, caller)), board.now());
    }

    @PostMapping("/api/safety/cases/{caseId}/submissions")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> submit(
            @PathVariable String caseId, @RequestBody SubmissionRequest body, Caller caller, Attribution by) {
        var state = new CaseGate(book).enter(caseId, caller);
        var sentAt = at("/sentAt", body.sentAt(), caseId);
        var covers = body.covers() == null ? state.information().size() : body.covers();
        return Answers.created(
                book.handle(
                        caseId,
                        new Submit(
                                body.authority(), sentAt, covers, body.complete(), body.reference(), by.recordedAt()),
                        by.withHappenedAt(sentAt)),
                CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/submissions/{number}/acknowledgement")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> acknowledge(
            @PathVariable String caseId,
            @PathVariable String number,
            @RequestBody ReceiptRequest body,
            Caller caller,
            Attribution by) {
        new CaseGate(book).enter(caseId, caller);
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new Problem(Refusal.unknown("SUBMISSION_UNKNOWN", "no such submission of this case is on record"));
        }
        var at = at("/at", body.at(), caseId);
        return Answers.created(
                book.handle(
                        caseId,
                        new Acknowledge(
                                Integer.parseInt(number), body.receipt(), at, body.reference(), by.recordedAt()),
                        by.withHappenedAt(at)),
                CaseView::answer);
    }

    private Instant at(String pointer, String text, String caseId) {
        ZoneId office =
                book.state(caseId).information().getFirst().information().office();
        return OfficeTime.instant(pointer, text, office);
    }
}
