package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.Rerandomize;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;

/**
 * Whether somebody is randomized a second time, where the study has settled how. Never depends on the first arm: who may
 * be randomized again would otherwise tell it.
 */
enum Rerandomizing {
    ;

    static Decision<AllocationEvent> decide(Allocation allocation, Rerandomize command) {
        var participant = command.participant();
        var first = allocation.seats().get(participant.subject());
        var scheme = allocation.designs().second();
        if (scheme.isEmpty()) {
            return refuse(Refusal.conflict(
                    "SECOND_RANDOMIZATION_NOT_DECLARED", "The study has settled no second randomization."));
        }
        if (first == null) {
            return refuse(Refusal.conflict("NOT_RANDOMIZED", "The subject is not randomized."));
        }
        if (allocation.designs().again().containsKey(participant.subject())) {
            return refuse(Refusal.conflict("ALREADY_RERANDOMIZED", "The subject was randomized a second time."));
        }
        var obstacle = Placing.obstacle(participant, command.underWay(), command.randomizedOn(), command.told())
                .or(() -> Placing.held(command.holds()));
        if (obstacle.isPresent()) {
            return refuse(obstacle.get());
        }
        if (command.randomizedOn().isBefore(first.randomizedOn())) {
            return refuse(Refusal.invalid(
                    "RERANDOMIZED_BEFORE_FIRST",
                    "The subject was first randomized on %s.".formatted(first.randomizedOn()),
                    "/randomizedOn"));
        }
        return decide(allocation, scheme.get(), first, command);
    }

    private static Decision<AllocationEvent> decide(
            Allocation allocation, Scheme scheme, Seat first, Rerandomize command) {
        var subject = command.participant().subject();
        var again = allocation.designs().secondSeats();
        int position = 1
                + (int) again.values().stream()
                        .filter(seat -> seat.stratum().equals(first.stratum()))
                        .count();
        var arm = Deciding.arm(scheme, again, subject, Stratum.read(first.stratum()), position);
        return accept(
                new SubjectRerandomized(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        first.stratum(),
                        position,
                        again.size() + 1,
                        command.randomizedOn()),
                new ArmReallocated(subject.study(), subject.toString(), subject.site(), arm));
    }
}
