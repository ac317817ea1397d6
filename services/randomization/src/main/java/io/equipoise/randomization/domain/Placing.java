package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether a subject gets a place, and which: the next of the stratum, no place skipped, none used twice. */
enum Placing {
    ;

    static Decision<AllocationEvent> decide(Allocation allocation, Randomize command) {
        var participant = command.participant();
        var enrolledOn = participant.enrolledOn();
        var seat = allocation.seats().get(participant.subject());
        if (seat != null) {
            return again(seat, command);
        }
        if (enrolledOn == null) {
            return refuse(Refusals.NOT_ENROLLED);
        }
        var obstacle = obstacle(participant, command.underWay(), command.randomizedOn(), command.told())
                .or(() -> held(command.holds()));
        if (obstacle.isPresent()) {
            return refuse(obstacle.get());
        }
        if (command.randomizedOn().isBefore(enrolledOn)) {
            return refuse(Refusals.beforeEnrolment(enrolledOn, "/randomizedOn"));
        }
        return nextPlace(allocation, command);
    }

    /** Why nobody is randomized on that day, the first time or the second. */
    static Optional<Refusal> obstacle(Participant participant, boolean underWay, LocalDate on, Moment told) {
        if (participant.withdrawn()) {
            return Optional.of(Refusals.WITHDRAWN);
        }
        if (!underWay) {
            return Optional.of(Refusals.STUDY_NOT_UNDER_WAY);
        }
        return told.isBefore(on)
                ? Optional.of(Refusal.invalid(
                        "IN_THE_FUTURE", "A randomization is told on its day or later.", "/randomizedOn"))
                : Optional.empty();
    }

    static Optional<Refusal> held(List<SafetyHold> holds) {
        return holds.stream().findFirst().map(SafetyHold::refusal);
    }

    /** Asked again for the same, by whomever and however often: it holds already. */
    private static Decision<AllocationEvent> again(Seat seat, Randomize command) {
        return seat.randomizedOn().equals(command.randomizedOn())
                ? accept()
                : refuse(Refusal.conflict(
                        "ALREADY_RANDOMIZED",
                        "The subject was randomized on %s; that happens once.".formatted(seat.randomizedOn()),
                        "/randomizedOn"));
    }

    private static Decision<AllocationEvent> nextPlace(Allocation allocation, Randomize command) {
        var list = allocation.list();
        if (list == null) {
            return refuse(Refusal.conflict("LIST_NOT_DRAWN", "The study has no list yet; the statistician draws it."));
        }
        var scheme = allocation.designs().first();
        if (scheme.isPresent()) {
            return Deciding.first(allocation, scheme.get(), command);
        }
        var stratum = command.participant().stratum().key();
        var places = list.of(stratum);
        if (places.isEmpty()) {
            return refuse(Deciding.unknown(command.participant().stratum()));
        }
        var arms = places.get().arms();
        int position = allocation.taken().getOrDefault(stratum, 0) + 1;
        if (position > arms.size()) {
            return refuse(Refusal.conflict("LIST_EXHAUSTED", "Every place of the subject's stratum is taken."));
        }
        var subject = command.participant().subject();
        return accept(
                allocation.next(subject, stratum, position, command.randomizedOn()),
                new ArmAllocated(subject.study(), subject.toString(), subject.site(), arms.get(position - 1)));
    }
}
