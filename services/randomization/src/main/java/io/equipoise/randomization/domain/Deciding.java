package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import java.util.Map;

/** The next arm by a scheme, from who has which place: the same history and seed give the same arm for ever. */
enum Deciding {
    ;

    static Decision<AllocationEvent> first(Allocation allocation, Scheme scheme, Randomize command) {
        if (!scheme.parameters().kind().decidesHere()) {
            return refuse(Refusal.conflict(
                    "ASSIGNED_ELSEWHERE", "Another system assigns the arms of this study, and tells them here."));
        }
        var stratum = command.participant().stratum();
        if (!scheme.has(stratum)) {
            return refuse(unknown(stratum));
        }
        var subject = command.participant().subject();
        int position = allocation.taken().getOrDefault(stratum.key(), 0) + 1;
        return accept(
                allocation.next(subject, stratum.key(), position, command.randomizedOn()),
                new ArmAllocated(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        arm(scheme, allocation.designs().firstOf(allocation.seats()), subject, stratum, position)));
    }

    static Arm arm(Scheme scheme, Map<SubjectId, Seat> seats, SubjectId subject, Stratum stratum, int position) {
        var counting = Counting.of(scheme, seats);
        var chances = scheme.rule().chances(counting.tally(), counting.newcomer(stratum, subject.site()));
        return scheme.shares()
                .get(chances.draw(scheme.draw(stratum.key(), position)))
                .arm();
    }

    static Refusal unknown(Stratum stratum) {
        return Refusal.conflict(
                "STRATUM_UNKNOWN", "The list has no stratum %s, which is the subject's.".formatted(stratum.key()));
    }
}
