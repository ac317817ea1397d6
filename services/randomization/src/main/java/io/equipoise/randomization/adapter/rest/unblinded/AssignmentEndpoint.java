package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Attributions;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.TakingAssignments;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Assignment;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Assignments as an RTSM tells them to an EDC (edc-core's door): 201 taken, 200 known already, 409 another one stands, 422
 * anything else that is wrong with it. No answer says an arm, and the same may be sent again at any time.
 */
@RestController
class AssignmentEndpoint {
    private static final String REUSED = "COMMAND_ID_REUSED";
    private static final Refusal TAKEN = Refusal.conflict(
            "RANDOMIZATION_ID_TAKEN",
            "This randomizationId was told for another subject or arm; each decision has its own.",
            "/randomizationId");
    private static final Set<String> CONFLICTS = Set.of("ASSIGNED_OTHERWISE", TAKEN.code());

    private final TakingAssignments assignments;
    private final Attributions attributions;

    AssignmentEndpoint(TakingAssignments assignments, Attributions attributions) {
        this.assignments = assignments;
        this.attributions = attributions;
    }

    record AssignmentRequest(
            String subjectKey,
            SecretText arm,
            SecretText randomizationId,
            @Nullable Instant assignedAt,
            @Nullable Map<String, String> strata,
            @Nullable SecretText source) {
        Assignment made(Attribution by) {
            return new Assignment(
                    arm.text(),
                    strata == null ? Map.of() : strata,
                    randomizationId.text(),
                    source == null ? by.actor() : source.text(),
                    assignedAt == null ? by.recordedAt() : assignedAt);
        }
    }

    record AssignmentAnswer(String subjectKey) {}

    @PostMapping("/api/studies/{study}/rtsm/assignments")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> take(
            @PathVariable String study,
            @RequestBody AssignmentRequest request,
            HttpServletRequest asked,
            Caller caller) {
        var subject = assignments.subject(study, request.subjectKey());
        if (subject.isEmpty()) {
            return Answers.problem(Refusal.invalid(
                    "SUBJECT_KEY_UNKNOWN",
                    "A subjectKey is written STUDY-SITE-0001, or SITE-0001 without its study.",
                    "/subjectKey"));
        }
        caller.mustEnter(subject.get().site());
        var by = attributions.of(
                asked,
                caller,
                assignments.command(study, request.randomizationId().text()));
        return answer(request.subjectKey(), assignments.take(subject.get(), request.made(by), by));
    }

    private static ResponseEntity<Object> answer(String subjectKey, Outcome<AllocationEvent> outcome) {
        return outcome instanceof Outcome.Refused<AllocationEvent>(var reason)
                ? Answers.problem(rejected(reason))
                : Answers.created(outcome, commit -> new AssignmentAnswer(subjectKey));
    }

    /** To whoever calls this door a conflict means that another assignment stands, and nothing else. */
    private static Refusal rejected(Refusal reason) {
        if (reason.code().equals(REUSED)) {
            return TAKEN;
        }
        return CONFLICTS.contains(reason.code())
                ? reason
                : new Refusal(reason.code(), reason.detail(), Refusal.Kind.INVALID, reason.pointers());
    }
}
