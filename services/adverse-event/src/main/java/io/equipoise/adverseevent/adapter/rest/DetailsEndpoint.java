package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;
import static io.equipoise.platform.web.Role.SITE_COORDINATOR;

import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.EventDetailed;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.EventPlace;
import io.equipoise.adverseevent.domain.ProductAction;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.Route;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for what is known of an event beyond its account, and for how its grade went up and down. */
@RestController
class DetailsEndpoint {
    private final Detailing detailing;
    private final Reporting reporting;

    DetailsEndpoint(Detailing detailing, Reporting reporting) {
        this.detailing = detailing;
        this.reporting = reporting;
    }

    record DetailsRequest(
            List<ProductAction> actions,
            @Nullable Route route,
            @Nullable String component,
            @Nullable String period,
            @Nullable EventPlace place,
            List<ReportableKind> kinds,
            @Nullable String reason) {
        EventDetails details() {
            return new EventDetails(actions, route, component, period, place, kinds);
        }
    }

    @PostMapping("/api/adverse-events/{event}/details")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR})
    ResponseEntity<Object> detail(
            @PathVariable String event, @RequestBody DetailsRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        return Answers.created(
                detailing.detail(event, body.details(), body.reason(), by),
                commit -> DetailsView.step((EventDetailed) commit.facts().getFirst(), commit));
    }

    @GetMapping("/api/adverse-events/{event}/details")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR, SAFETY_OFFICER, MONITOR, DATA_SAFETY_BOARD})
    Map<String, Object> details(@PathVariable String event, Caller caller) {
        var account = enter(event, caller);
        List<Commit<SafetyFact>> history = reporting.history(event);
        return DetailsView.whole(account, detailing, history);
    }

    private AdverseEventFact enter(String event, Caller caller) {
        return EventGate.enter(detailing.event(event).account(), caller);
    }
}
