package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseBook;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.domain.CaseCommand.Amend;
import io.equipoise.adverseevent.domain.CaseCommand.Describe;
import io.equipoise.adverseevent.domain.CaseCommand.Narrate;
import io.equipoise.adverseevent.domain.CaseCommand.Nullify;
import io.equipoise.adverseevent.domain.CaseCommand.Receive;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Age;
import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Sex;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of a safety officer who keeps cases. */
@RestController
class CaseEndpoint {
    private final CaseBook book;
    private final CaseIndex index;
    private final Reporting events;
    private final CaseGate gate;

    CaseEndpoint(CaseBook book, CaseIndex index, Reporting events) {
        this.book = book;
        this.index = index;
        this.events = events;
        this.gate = new CaseGate(book);
    }

    record NarrativeRequest(String narrative) {}

    record PatientRequest(
            @Nullable BigDecimal age,
            @Nullable AgeUnit ageUnit,
            @Nullable Sex sex,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal height,
            @Nullable String history,
            @Nullable String reason) {
        PatientCharacteristics patient() {
            var counted = age == null ? null : new Age(age, ageUnit == null ? AgeUnit.YEARS : ageUnit);
            return new PatientCharacteristics(counted, sex, weight, height, history);
        }
    }

    record ReasonRequest(String reason) {}

    record TakeRequest(String event, String reason) {}

    record AuthoritiesRequest(List<String> authorities, String reason) {}

    @PostMapping("/api/safety/cases")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> open(@RequestBody OpenCaseRequest body, Caller caller, Attribution by) {
        for (var event : body.events()) {
            events.event(event)
                    .latest()
                    .ifPresent(known -> caller.mustEnter(known.subject().site()));
        }
        return Answers.created(book.open(body.opening(), by), CaseView::answer);
    }

    @GetMapping("/api/safety/cases")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> cases(Caller caller) {
        return index.all().stream()
                .filter(line -> caller.sees(line.site()))
                .map(line -> CaseView.whole(book.state(line.caseId())))
                .toList();
    }

    @GetMapping("/api/safety/cases/{caseId}")
    @Allowed(SAFETY_OFFICER)
    Map<String, Object> one(@PathVariable String caseId, Caller caller) {
        return CaseView.whole(gate.enter(caseId, caller));
    }

    @PostMapping("/api/safety/cases/{caseId}/information")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> receive(
            @PathVariable String caseId, @RequestBody InformationRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        var heard = body.heard();
        return Answers.created(
                book.handle(
                        caseId,
                        new Receive(heard, by.recordedAt()),
                        by.withHappenedAt(heard.information().receivedAt())),
                CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/events")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> take(
            @PathVariable String caseId, @RequestBody TakeRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.take(caseId, body.event(), body.reason(), by), CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/narrative")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> narrate(
            @PathVariable String caseId, @RequestBody NarrativeRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.handle(caseId, new Narrate(body.narrative()), by), CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/patient")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> describe(
            @PathVariable String caseId, @RequestBody PatientRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.handle(caseId, new Describe(body.patient(), body.reason()), by), CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/amendments")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> amend(
            @PathVariable String caseId, @RequestBody ReasonRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.handle(caseId, new Amend(body.reason(), by.recordedAt()), by), CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/nullification")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> nullify(
            @PathVariable String caseId, @RequestBody ReasonRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.handle(caseId, new Nullify(body.reason(), by.recordedAt()), by), CaseView::answer);
    }

    @PostMapping("/api/safety/cases/{caseId}/authorities")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> address(
            @PathVariable String caseId, @RequestBody AuthoritiesRequest body, Caller caller, Attribution by) {
        gate.enter(caseId, caller);
        return Answers.created(book.address(caseId, body.authorities(), body.reason(), by), CaseView::answer);
    }
}
