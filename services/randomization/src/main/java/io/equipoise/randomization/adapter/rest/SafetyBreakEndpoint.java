package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.LogInAgain;
import io.equipoise.platform.web.LoggedIn;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.BreakingCodes.Standing;
import io.equipoise.randomization.application.BreakingForSafety;
import io.equipoise.randomization.application.BreakingForSafety.Judged;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The safety officer's door: one subject's code is broken for a report. The answer says that it was; the treatment is read in
 * adverse-event, where each look is on record.
 */
@RestController
class SafetyBreakEndpoint {
    private final BreakingForSafety codes;

    SafetyBreakEndpoint(BreakingForSafety codes) {
        this.codes = codes;
    }

    record SafetyBreakRequest(String event, boolean suspected, boolean unexpected, String reason) {}

    record SafetyBreakAnswer(String subject, String event, Instant brokenAt) {}

    @PostMapping("/api/subjects/{subject}/safety-code-breaks")
    @Allowed(Role.SAFETY_OFFICER)
    ResponseEntity<Object> breakCode(
            @PathVariable String subject,
            @RequestBody SafetyBreakRequest request,
            Caller caller,
            LoggedIn loggedIn,
            Attribution by) {
        var who = Subjects.of(subject);
        var judged = new Judged(request.event(), request.suspected(), request.unexpected(), request.reason());
        var outcome = codes.breakCode(who, judged, new Standing(caller.sees(who.site()), loggedIn.at()), by);
        return outcome instanceof Outcome.Refused<AllocationEvent>(var reason) && LogInAgain.isAskedBy(reason)
                ? LogInAgain.challenge(reason, BreakCode.FRESH)
                : Answers.created(outcome, SafetyBreakEndpoint::answer);
    }

    private static SafetyBreakAnswer answer(Commit<AllocationEvent> commit) {
        if (commit.facts().getFirst() instanceof BrokenForSafety broken) {
            return new SafetyBreakAnswer(broken.subject(), broken.event(), broken.at());
        }
        throw new IllegalStateException("this commit is about something else");
    }
}
