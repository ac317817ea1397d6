package io.equipoise.randomization.domain;

import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether a code is broken (domain rules 4.8): the investigator alone decides, and each attempt is a fact. */
enum CodeBreaking {
    ;

    static Decision<AllocationEvent> decide(Allocation allocation, BreakCode command) {
        var subject = command.subject();
        return obstacle(allocation, command)
                .map(obstacle -> Decision.<AllocationEvent>accept(new CodeBreakRefused(
                        subject.study(), subject.toString(), subject.site(), obstacle, command.brokenBy())))
                .orElseGet(() -> Decision.accept(granted(command)));
    }

    private static List<AllocationEvent> granted(BreakCode command) {
        var subject = command.subject();
        var broken = new CodeBroken(
                subject.study(),
                subject.toString(),
                subject.site(),
                category(command.category()).orElseThrow(),
                command.reason().strip(),
                command.brokenBy(),
                command.at());
        return command.requestedBy() == null
                ? List.of(broken)
                : List.of(
                        broken,
                        new CodeBreakRequested(
                                subject.study(), subject.toString(), subject.site(), command.requestedBy()));
    }

    private static Optional<CodeBreakObstacle> obstacle(Allocation allocation, BreakCode command) {
        if (!command.ownSite()) {
            return Optional.of(CodeBreakObstacle.OTHER_SITE);
        }
        if (!command.isFreshlyLoggedIn()) {
            return Optional.of(CodeBreakObstacle.REAUTHENTICATION_NEEDED);
        }
        if (!allocation.seats().containsKey(command.subject())) {
            return Optional.of(CodeBreakObstacle.NOT_RANDOMIZED);
        }
        if (category(command.category()).isEmpty()) {
            return Optional.of(CodeBreakObstacle.CATEGORY_UNKNOWN);
        }
        if (command.reason().strip().length() < CodeBreakObstacle.SHORTEST_REASON) {
            return Optional.of(CodeBreakObstacle.REASON_TOO_SHORT);
        }
        if (command.requestedBy() != null && !command.requestedBy().isComplete()) {
            return Optional.of(CodeBreakObstacle.REQUESTER_INCOMPLETE);
        }
        return command.told().isBefore(command.at()) ? Optional.of(CodeBreakObstacle.IN_THE_FUTURE) : Optional.empty();
    }

    static Optional<CodeBreakCategory> category(String name) {
        return Arrays.stream(CodeBreakCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }
}
