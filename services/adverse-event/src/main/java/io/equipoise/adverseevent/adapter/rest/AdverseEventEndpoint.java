package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;
import static io.equipoise.platform.web.Role.SITE_COORDINATOR;

import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.application.SafetyViews;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for those who see the subject: report, amend, read. Open whatever became of the subject or the study. */
@RestController
class AdverseEventEndpoint {
    private final Reporting reporting;
    private final SafetyViews views;

    AdverseEventEndpoint(Reporting reporting, SafetyViews views) {
        this.reporting = reporting;
        this.views = views;
    }

    @PostMapping("/api/subjects/{subject}/adverse-events")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR})
    ResponseEntity<Object> report(
            @PathVariable String subject, @RequestBody AccountRequest body, Caller caller, Attribution by) {
        var id = SubjectId.parse(subject)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("SUBJECT_UNKNOWN", "a subject is written like NCT07146087-01-0001")));
        caller.mustEnter(id.site());
        if (body.reason() != null) {
            throw Problem.badRequest("FIELD_UNKNOWN", "/reason belongs to an amendment", "/reason");
        }
        return Answers.created(
                reporting.report(id, body.said(), by),
                commit -> "/api/adverse-events/" + fact(commit).event(),
                EventView::answer);
    }

    @PostMapping("/api/adverse-events/{event}/amendments")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR})
    ResponseEntity<Object> amend(
            @PathVariable String event, @RequestBody AccountRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        if (body.reason() == null) {
            throw Problem.badRequest("FIELD_MISSING", "the request lacks /reason", "/reason");
        }
        return Answers.created(reporting.amend(event, body.said(), body.reason(), by), EventView::answer);
    }

    @GetMapping("/api/adverse-events/{event}")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR, SAFETY_OFFICER, MONITOR, DATA_SAFETY_BOARD})
    Map<String, Object> event(@PathVariable String event, Caller caller) {
        enter(event, caller);
        return EventView.whole(reporting.event(event), reporting.history(event));
    }

    @GetMapping("/api/studies/{study}/adverse-events")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR, SAFETY_OFFICER, MONITOR, DATA_SAFETY_BOARD})
    List<Map<String, Object>> events(@PathVariable String study, Caller caller) {
        return views.events(study).stream()
                .filter(event -> caller.sees(String.valueOf(event.get("site"))))
                .toList();
    }

    private void enter(String event, Caller caller) {
        EventGate.enter(reporting.event(event).latest().orElse(null), caller);
    }

    private static AdverseEventFact fact(Commit<SafetyFact> commit) {
        return (AdverseEventFact) commit.facts().getFirst();
    }
}
