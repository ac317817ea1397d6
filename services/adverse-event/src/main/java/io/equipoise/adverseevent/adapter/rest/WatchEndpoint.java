package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.ADMINISTRATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.adapter.rest.WatchRequests.LadderRequest;
import io.equipoise.adverseevent.adapter.rest.WatchRequests.RotaRequest;
import io.equipoise.adverseevent.adapter.rest.WatchRequests.RulesRequest;
import io.equipoise.adverseevent.application.Studies;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.application.Watching;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors of those who keep the watch over a study: what makes an alert, who is on call, who is told. */
@RestController
@RequestMapping("/api/safety/studies/{study}")
class WatchEndpoint {
    private final Watching watching;
    private final Watches watches;
    private final Studies studies;
    private final Clock clock;

    WatchEndpoint(Watching watching, Watches watches, Studies studies, Clock clock) {
        this.watching = watching;
        this.watches = watches;
        this.studies = studies;
        this.clock = clock;
    }

    @GetMapping("/alert-rules")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    Map<String, Object> rules(@PathVariable String study) {
        mustBeKnown(study);
        return WatchView.rules(study, watches.of(study), watches.history(study));
    }

    @PostMapping("/alert-rules")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR})
    ResponseEntity<Object> setRules(
            @PathVariable String study, @RequestBody RulesRequest body, Caller caller, Attribution by) {
        mustAnswerFor(study, caller);
        return Answers.created(
                watching.setRules(study, body.asked(), by.withReason(body.reason())), commit -> rules(study));
    }

    @GetMapping("/rota")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    Map<String, Object> rota(@PathVariable String study) {
        mustBeKnown(study);
        return WatchView.rota(study, watches.of(study), clock.instant());
    }

    @PostMapping("/rota")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR})
    ResponseEntity<Object> setRota(
            @PathVariable String study, @RequestBody RotaRequest body, Caller caller, Attribution by) {
        mustAnswerFor(study, caller);
        return Answers.created(
                watching.setRota(study, body.calendar(), by.withReason(body.reason())), commit -> rota(study));
    }

    @GetMapping("/ladder")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    Map<String, Object> ladder(@PathVariable String study) {
        mustBeKnown(study);
        return WatchView.ladder(study, watches.of(study));
    }

    @PostMapping("/ladder")
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR})
    ResponseEntity<Object> setLadder(
            @PathVariable String study, @RequestBody LadderRequest body, Caller caller, Attribution by) {
        mustAnswerFor(study, caller);
        return Answers.created(
                watching.setLadder(study, body.ladder(), by.withReason(body.reason())), commit -> ladder(study));
    }

    /** A study has one watch for all its sites. */
    private void mustAnswerFor(String study, Caller caller) {
        caller.mustSeeEverySite();
        mustBeKnown(study);
    }

    private void mustBeKnown(String study) {
        if (!studies.all().contains(study)) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study " + study + " is known here"));
        }
    }
}
