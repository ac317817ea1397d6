package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.LogInAgain;
import io.equipoise.platform.web.LoggedIn;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.adapter.rest.Subjects;
import io.equipoise.randomization.application.BreakingCodes;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.application.BreakingCodes.Standing;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Requester;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The emergency door: the only one through which an investigator learns an arm, one subject at a time. */
@RestController
class CodeBreakEndpoint {
    private final BreakingCodes codes;

    CodeBreakEndpoint(BreakingCodes codes) {
        this.codes = codes;
    }

    record RequesterGiven(String name, String role) {}

    record CodeBreakRequest(
            String category,
            String reason,
            Instant at,
            @Nullable RequesterGiven requestedBy) {}

    record CodeBreakAnswer(String subject, SecretText arm, SecretText title) {}

    /** The same command again, from the same account, is shown the same; nobody else can repeat it. */
    @PostMapping("/api/subjects/{subject}/code-breaks")
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> breakCode(
            @PathVariable String subject,
            @RequestBody CodeBreakRequest request,
            Caller caller,
            LoggedIn loggedIn,
            Attribution by) {
        var who = Subjects.of(subject);
        var outcome = codes.breakCode(who, need(request), new Standing(caller.sees(who.site()), loggedIn.at()), by);
        return outcome instanceof Outcome.Refused<AllocationEvent>(var reason) && LogInAgain.isAskedBy(reason)
                ? LogInAgain.challenge(reason, BreakCode.FRESH)
                : Answers.created(outcome, commit -> shown(who, commit));
    }

    private static Need need(CodeBreakRequest request) {
        var requester = request.requestedBy();
        return new Need(
                request.category(),
                request.reason(),
                request.at(),
                requester == null ? null : new Requester(requester.name(), requester.role()));
    }

    private CodeBreakAnswer shown(SubjectId subject, Commit<AllocationEvent> commit) {
        var revealed = codes.reveal(subject, commit);
        return new CodeBreakAnswer(
                subject.toString(), new SecretText(revealed.arm().code()), new SecretText(revealed.title()));
    }
}
