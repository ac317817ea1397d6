package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;
import static io.equipoise.platform.web.Role.SITE_COORDINATOR;

import io.equipoise.adverseevent.application.Inquiring;
import io.equipoise.adverseevent.application.Inquiring.Overview;
import io.equipoise.adverseevent.domain.Inquiry.Answer;
import io.equipoise.adverseevent.domain.InquiryFact;
import io.equipoise.adverseevent.domain.InquiryFact.EventsFound;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for the three answers: an event, none found, not asked. */
@RestController
class InquiryEndpoint {
    private static final String NOT_RECORDED = "AE not recorded";

    private final Inquiring inquiring;
    private final Clock clock;

    InquiryEndpoint(Inquiring inquiring, Clock clock) {
        this.inquiring = inquiring;
        this.clock = clock;
    }

    /** @param events reported before, that were told of at this visit; an empty list says that there was nothing */
    record InquiryRequest(String visit, LocalDate askedOn, List<String> events) {}

    @PostMapping("/api/subjects/{subject}/inquiries")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR})
    ResponseEntity<Object> ask(
            @PathVariable String subject, @RequestBody InquiryRequest body, Caller caller, Attribution by) {
        var person = enter(subject, caller);
        return Answers.created(
                inquiring.ask(person, body.visit(), body.askedOn(), body.events(), by), InquiryEndpoint::answer);
    }

    @GetMapping("/api/subjects/{subject}/inquiries")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR, SAFETY_OFFICER, MONITOR, DATA_SAFETY_BOARD})
    Map<String, Object> inquiries(@PathVariable String subject, Caller caller) {
        var person = enter(subject, caller);
        if (!inquiring.isRegistered(person, clock.instant())) {
            throw new Problem(Refusal.unknown("SUBJECT_UNKNOWN", "no subject " + person + " is registered"));
        }
        return shown(inquiring.of(person));
    }

    private static Map<String, Object> shown(Overview overview) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("subject", overview.subject().toString());
        shown.put("answer", overview.answer().name());
        shown.put("says", says(overview.answer()));
        shown.put("events", overview.events().stream().sorted().toList());
        shown.put(
                "visits",
                overview.visits().stream().map(visit -> visit(overview, visit)).toList());
        return shown;
    }

    private static String says(Answer answer) {
        return switch (answer) {
            case EVENT -> "AE recorded";
            case NONE_FOUND -> "asked, no AE found";
            case NOT_ASKED -> NOT_RECORDED;
        };
    }

    private static Map<String, Object> visit(Overview overview, String visit) {
        var asked = overview.inquiry().visits().get(visit);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("visit", visit);
        shown.put("answer", overview.inquiry().at(visit).name());
        shown.put("says", says(overview.inquiry().at(visit)));
        if (asked != null) {
            shown.putAll(found(asked));
        }
        return shown;
    }

    private static Object answer(Commit<SafetyFact> commit) {
        var asked = (InquiryFact) commit.facts().getFirst();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("subject", asked.subject().toString());
        shown.put("visit", asked.visit());
        shown.put("answer", (asked instanceof EventsFound ? Answer.EVENT : Answer.NONE_FOUND).name());
        shown.putAll(found(asked));
        return shown;
    }

    private static Map<String, Object> found(InquiryFact asked) {
        return Map.of(
                "askedOn",
                asked.askedOn().toString(),
                "events",
                asked instanceof EventsFound found ? found.events() : List.of());
    }

    private static SubjectId enter(String subject, Caller caller) {
        var id = SubjectId.parse(subject)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("SUBJECT_UNKNOWN", "a subject is written like NCT07146087-01-0001")));
        caller.mustEnter(id.site());
        return id;
    }
}
