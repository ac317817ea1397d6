package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;
import static io.equipoise.platform.web.Role.SITE_COORDINATOR;

import io.equipoise.adverseevent.application.Judging;
import io.equipoise.adverseevent.application.Judging.Opinion;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.Assessor;
import io.equipoise.adverseevent.domain.CausalityAssessment;
import io.equipoise.adverseevent.domain.Expectedness;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.Route;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for judgement: the investigator's of causality, the sponsor's of causality and expectedness. */
@RestController
class JudgementEndpoint {
    private final Judging judging;

    JudgementEndpoint(Judging judging) {
        this.judging = judging;
    }

    /**
     * One opinion on one product.
     *
     * @param route where it is about one route only
     * @param dose where it is about one dose only
     */
    record CausalityRequest(
            String product,
            @Nullable Route route,
            @Nullable Integer dose,
            Relation result,
            String method,
            @Nullable String reason) {
        CausalityAssessment by(Assessor assessor) {
            return new CausalityAssessment(assessor, product, route, dose, result, method);
        }
    }

    record ExpectednessRequest(
            String product,
            String version,
            Expectedness result,
            @Nullable String reason) {}

    @PostMapping("/api/adverse-events/{event}/causality/investigator")
    @Allowed(INVESTIGATOR)
    ResponseEntity<Object> investigator(
            @PathVariable String event, @RequestBody CausalityRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        return Answers.created(
                judging.assess(event, body.by(Assessor.INVESTIGATOR), body.reason(), by), JudgementView::answer);
    }

    @PostMapping("/api/adverse-events/{event}/causality/sponsor")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> sponsor(
            @PathVariable String event, @RequestBody CausalityRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        return Answers.created(
                judging.assess(event, body.by(Assessor.SPONSOR), body.reason(), by), JudgementView::answer);
    }

    @PostMapping("/api/adverse-events/{event}/expectedness")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> expectedness(
            @PathVariable String event, @RequestBody ExpectednessRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        var opinion = new Opinion(body.product(), body.version(), body.result(), body.reason());
        return Answers.created(judging.assess(event, opinion, by), JudgementView::answer);
    }

    /** What the investigator thinks; the sponsor's view is not shown to sites, so that it sways nobody. */
    @GetMapping("/api/adverse-events/{event}/causality")
    @Allowed({INVESTIGATOR, SITE_COORDINATOR, MONITOR})
    Map<String, Object> causality(@PathVariable String event, Caller caller) {
        return JudgementView.ofInvestigator(enter(event, caller), judging.history(event));
    }

    @GetMapping("/api/adverse-events/{event}/judgement")
    @Allowed({SAFETY_OFFICER, DATA_SAFETY_BOARD})
    Map<String, Object> judgement(@PathVariable String event, Caller caller) {
        return new JudgementView(judging).whole(enter(event, caller));
    }

    private AdverseEventFact enter(String event, Caller caller) {
        return EventGate.enter(judging.event(event).account(), caller);
    }
}
