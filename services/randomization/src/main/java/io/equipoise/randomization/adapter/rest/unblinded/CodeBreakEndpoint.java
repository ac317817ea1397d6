package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.adapter.rest.Subjects;
import io.equipoise.randomization.application.BreakingCodes;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.domain.AllocationEvent;
import java.time.Instant;
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

    record CodeBreakRequest(String category, String reason, Instant at) {}

    record CodeBreakAnswer(String subject, SecretText arm, SecretText title) {}

    /** The same command again, from the same account, is shown the same; nobody else can repeat it. */
    @PostMapping("/api/subjects/{subject}/code-breaks")
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> breakCode(
            @PathVariable String subject, @RequestBody CodeBreakRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        var need = new Need(request.category(), request.reason(), request.at());
        return Answers.created(codes.breakCode(who, need, caller.sees(who.site()), by), commit -> shown(who, commit));
    }

    private CodeBreakAnswer shown(SubjectId subject, Commit<AllocationEvent> commit) {
        var revealed = codes.reveal(subject, commit);
        return new CodeBreakAnswer(
                subject.toString(), new SecretText(revealed.arm().code()), new SecretText(revealed.title()));
    }
}
