package io.equipoise.randomization.domain;

import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationCommand.BreakForSafety;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the sponsor's safety office is told one subject's treatment (EU CTR 536/2014, Annex III 2.5): only the subject
 * whom a report of a suspected unexpected serious adverse reaction is about. Judging that is the officer's; that the event
 * is this subject's and serious is checked. What is told is what the subject was allocated to when the event began.
 */
enum SafetyBreaking {
    ;

    static Decision<AllocationEvent> decide(Allocation allocation, BreakForSafety command) {
        var subject = command.subject();
        return obstacle(allocation, command)
                .map(obstacle -> Decision.<AllocationEvent>accept(new SafetyBreakRefused(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        command.event(),
                        obstacle,
                        command.brokenBy())))
                .orElseGet(() -> Decision.accept(granted(allocation, command)));
    }

    private static BrokenForSafety granted(Allocation allocation, BreakForSafety command) {
        var subject = command.subject();
        return new BrokenForSafety(
                subject.study(),
                subject.toString(),
                subject.site(),
                command.event(),
                command.reason().strip(),
                command.brokenBy(),
                command.told().toldAt(),
                allocation.armOn(
                        subject,
                        Objects.requireNonNull(command.reported())
                                .beganOn(command.told().zone())));
    }

    private static Optional<SafetyObstacle> obstacle(Allocation allocation, BreakForSafety command) {
        if (!command.ownSite()) {
            return Optional.of(SafetyObstacle.OTHER_SITE);
        }
        if (!command.isFreshlyLoggedIn()) {
            return Optional.of(SafetyObstacle.REAUTHENTICATION_NEEDED);
        }
        if (!allocation.seats().containsKey(command.subject())) {
            return Optional.of(SafetyObstacle.NOT_RANDOMIZED);
        }
        return obstacleInTheEvent(command).or(() -> obstacleInTheAsking(command));
    }

    private static Optional<SafetyObstacle> obstacleInTheEvent(BreakForSafety command) {
        var reported = command.reported();
        if (reported == null || !reported.subject().equals(command.subject().toString())) {
            return Optional.of(SafetyObstacle.EVENT_NOT_TOLD);
        }
        return reported.serious() ? Optional.empty() : Optional.of(SafetyObstacle.EVENT_NOT_SERIOUS);
    }

    private static Optional<SafetyObstacle> obstacleInTheAsking(BreakForSafety command) {
        if (!command.suspected() || !command.unexpected()) {
            return Optional.of(SafetyObstacle.NOT_A_SUSAR);
        }
        if (command.reason().strip().length() < CodeBreakObstacle.SHORTEST_REASON) {
            return Optional.of(SafetyObstacle.REASON_TOO_SHORT);
        }
        return command.sealable() ? Optional.empty() : Optional.of(SafetyObstacle.SEALING_KEY_MISSING);
    }
}
