package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.CodeBreaks.Line;
import io.equipoise.randomization.application.FollowingUp;
import io.equipoise.randomization.application.FollowingUp.Assessment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a code break leaves to do: judging what it did to the trial. Nothing here knows an arm. */
@RestController
class FollowUpEndpoint {
    private final FollowingUp following;

    FollowUpEndpoint(FollowingUp following) {
        this.following = following;
    }

    /** @param brokenAt which of the subject's code breaks, by its instant */
    record ImpactRequest(Instant brokenAt, String deviation, String impact) {
        @Override
        public String toString() {
            return "ImpactRequest[" + brokenAt + "]";
        }
    }

    record ImpactAnswer(String subject, Instant brokenAt, String deviation, String state) {}

    /** @param impact what was written, for who wrote it or broke that code */
    record TaskAnswer(
            String subject,
            String site,
            String category,
            String brokenBy,
            Instant brokenAt,
            String state,
            @Nullable String deviation,
            @Nullable String assessedBy,
            @Nullable Instant assessedAt,
            @Nullable String impact) {}

    @GetMapping("/api/studies/{study}/code-break-tasks")
    @Allowed({Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    List<TaskAnswer> tasks(@PathVariable String study, Caller caller) {
        return following.tasks(study, caller::sees).stream()
                .map(line -> answer(line, caller))
                .toList();
    }

    @PostMapping("/api/subjects/{subject}/code-breaks/impact")
    @Allowed({Role.INVESTIGATOR, Role.MONITOR})
    ResponseEntity<Object> assess(
            @PathVariable String subject, @RequestBody ImpactRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        return Answers.created(
                following.assess(who, new Assessment(request.brokenAt(), request.deviation(), request.impact()), by),
                commit -> new ImpactAnswer(who.toString(), request.brokenAt(), request.deviation(), "DOCUMENTED"));
    }

    private TaskAnswer answer(Line line, Caller caller) {
        return new TaskAnswer(
                line.subject(),
                line.site(),
                line.category(),
                line.brokenBy(),
                line.at(),
                line.open() ? "OPEN" : "DOCUMENTED",
                line.deviation(),
                line.assessedBy(),
                line.assessedAt(),
                following.impact(line, caller.name()).orElse(null));
    }
}
