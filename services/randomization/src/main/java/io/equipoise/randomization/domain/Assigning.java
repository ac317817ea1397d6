package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.TakeAssignment;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.AssignmentTaken;
import java.util.Optional;

/**
 * Whether what another system decided is taken: once a subject, for an arm of the study, in a study whose statistician has
 * declared that arms are decided elsewhere. Everything else about the subject is as for a randomization of our own.
 */
enum Assigning {
    ;
    private static final int LONGEST = 100;

    static Decision<AllocationEvent> decide(Allocation allocation, TakeAssignment command) {
        var participant = command.participant();
        var scheme = allocation
                .designs()
                .first()
                .filter(known -> !known.parameters().kind().decidesHere());
        if (scheme.isEmpty()) {
            return refuse(Refusal.conflict(
                    "NOT_ASSIGNED_ELSEWHERE",
                    "No other system assigns the arms of this study; its statistician declares that first."));
        }
        if (allocation.seats().containsKey(participant.subject())) {
            return refuse(Refusal.conflict(
                    "ASSIGNED_OTHERWISE",
                    "The subject has an assignment already, and it is not this one.",
                    "/subjectKey"));
        }
        return malformed(command.assignment())
                .or(() -> obstacle(command))
                .or(() -> unfit(scheme.get(), command))
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> take(allocation, scheme.get(), command));
    }

    private static Optional<Refusal> malformed(Assignment assignment) {
        return missing(assignment.randomizationId(), "randomizationId")
                .or(() -> missing(assignment.source(), "source"));
    }

    private static Optional<Refusal> missing(String text, String field) {
        return text.isBlank() || text.length() > LONGEST
                ? Optional.of(Refusal.invalid(
                        "ASSIGNMENT_TEXT", field + " has 1 to " + LONGEST + " characters.", "/" + field))
                : Optional.empty();
    }

    private static Optional<Refusal> obstacle(TakeAssignment command) {
        var participant = command.participant();
        var told = command.told();
        var at = command.assignment().assignedAt();
        var enrolledOn = participant.enrolledOn();
        if (enrolledOn == null) {
            return Optional.of(Refusals.NOT_ENROLLED);
        }
        if (told.isBefore(at)) {
            return Optional.of(
                    Refusal.invalid("IN_THE_FUTURE", "An assignment is told once it was made.", "/assignedAt"));
        }
        if (told.dayOf(at).isBefore(enrolledOn)) {
            return Optional.of(Refusals.beforeEnrolment(enrolledOn, "/assignedAt"));
        }
        return Placing.obstacle(participant, command.underWay(), told.dayOf(at), told)
                .or(() -> Placing.held(command.holds()));
    }

    private static Optional<Refusal> unfit(Scheme scheme, TakeAssignment command) {
        var stratum = command.participant().stratum();
        var strata = command.assignment().strata();
        if (!scheme.has(stratum)) {
            return Optional.of(Deciding.unknown(stratum));
        }
        if (!strata.isEmpty() && !strata.equals(stratum.levels())) {
            return Optional.of(Refusal.invalid(
                    "STRATUM_DIFFERS", "The subject's stratification differs from what is known here.", "/strata"));
        }
        return arm(scheme, command).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("ARM_UNKNOWN", "The study has no arm of this name.", "/arm"));
    }

    private static Optional<Arm> arm(Scheme scheme, TakeAssignment command) {
        return Arm.read(command.assignment().arm())
                .filter(arm ->
                        scheme.shares().stream().anyMatch(share -> share.arm().equals(arm)));
    }

    private static Decision<AllocationEvent> take(Allocation allocation, Scheme scheme, TakeAssignment command) {
        var subject = command.participant().subject();
        var stratum = command.participant().stratum().key();
        var assignment = command.assignment();
        return accept(
                allocation.next(
                        subject,
                        stratum,
                        allocation.taken().getOrDefault(stratum, 0) + 1,
                        command.told().dayOf(assignment.assignedAt())),
                new ArmAllocated(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        arm(scheme, command).orElseThrow()),
                new AssignmentTaken(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        assignment.randomizationId(),
                        assignment.source()));
    }
}
