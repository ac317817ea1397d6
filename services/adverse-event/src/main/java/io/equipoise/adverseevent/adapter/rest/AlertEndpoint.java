package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Expired;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Forged;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Good;
import io.equipoise.adverseevent.application.Acknowledging;
import io.equipoise.adverseevent.application.AlertInbox;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Clock;
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

    private final AcknowledgementLinks links;
    private final Clock clock;

    AlertEndpoint(AlertInbox inbox, Acknowledging acknowledging, AcknowledgementLinks links, Clock clock) {
        this.inbox = inbox;
        this.acknowledging = acknowledging;
        this.links = links;
        this.clock = clock;
    }

    /** The same by a link from a mail. */
    record LinkRequest(String token, String note) {}

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
        mustSee(alert, caller);
        return Answers.ok(acknowledging.acknowledge(alert, body.note(), by), AlertEndpoint::answer);
    }

    /** The link opens nothing to anybody who could not acknowledge without it. */
    @PostMapping("/api/safety/acknowledgements")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> acknowledge(@RequestBody LinkRequest body, Caller caller, Attribution by) {
        return switch (links.read(body.token(), clock.instant())) {
            case Forged() ->
                throw new Problem(Refusal.invalid("LINK_INVALID", "this is no link of ours, or it was cut", "/token"));
            case Expired(var alert, var until) ->
                throw new Problem(Refusal.conflict(
                        "LINK_EXPIRED",
                        "this link was good until " + until + "; open alert " + alert + " in Equipoise instead",
                        "/token"));
            case Good link -> {
                mustSee(link.alert(), caller);
                yield Answers.ok(acknowledging.byLink(link, body.note(), by), AlertEndpoint::answer);
            }
        };
    }

    private void mustSee(String alert, Caller caller) {
        acknowledging
                .raised(alert)
                .ifPresent(raised -> caller.mustEnter(raised.subject().site()));
    }

    private static Object answer(Commit<SafetyFact> commit) {
        var taken = (AlertAcknowledged) commit.facts().getFirst();
        return Map.of("alert", taken.alert(), "by", taken.by(), "at", taken.at().toString(), "note", taken.note());
    }
}
