package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.Acknowledging;
import io.equipoise.adverseevent.application.AlertInbox;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the safety officer. */
@RestController
class AlertEndpoint {
    private final AlertInbox inbox;
    private final Acknowledging acknowledging;

    AlertEndpoint(AlertInbox inbox, Acknowledging acknowledging) {
        this.inbox = inbox;
        this.acknowledging = acknowledging;
    }

    /** What the officer does about it. */
    record AcknowledgementRequest(String note) {}

    @GetMapping("/api/safety/alerts")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> alerts(Caller caller) {
        return inbox.alerts().stream()
                .filter(alert -> caller.sees(String.valueOf(alert.get("site"))))
                .toList();
    }

    @PostMapping("/api/safety/alerts/{alert}/acknowledgement")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> acknowledge(
            @PathVariable String alert, @RequestBody AcknowledgementRequest body, Caller caller, Attribution by) {
        acknowledging
                .raised(alert)
                .ifPresent(raised -> caller.mustEnter(raised.subject().site()));
        return Answers.ok(acknowledging.acknowledge(alert, body.note(), by), AlertEndpoint::answer);
    }

    private static Object answer(Commit<SafetyFact> commit) {
        var taken = (AlertAcknowledged) commit.facts().getFirst();
        return Map.of("alert", taken.alert(), "by", taken.by(), "at", taken.at().toString(), "note", taken.note());
    }
}
