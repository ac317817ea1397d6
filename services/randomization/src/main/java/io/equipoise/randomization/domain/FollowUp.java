package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a subject's code breaks (domain rules 4.8): each stands open from its first moment on, without anybody's
 * asking, until the investigator or the monitor has written down its impact. Knows no arm.
 *
 * @param assessed by the instant of the code break
 */
public record FollowUp(Map<Instant, CodeBreakAssessed> assessed) {
    public static final Decider<FollowUp, AssessCodeBreak, AllocationEvent> DECIDER =
            new Decider<>(new FollowUp(Map.of()), FollowUp::decide, FollowUp::evolve);

    private static final int SHORTEST = 10;
    private static final int LONGEST = 4_000;
    private static final Refusal UNKNOWN = Refusal.unknown(
            "CODE_BREAK_UNKNOWN", "The subject's code was not broken at that instant, as far as is known.");
    private static final Refusal ASSESSED = Refusal.conflict(
            "CODE_BREAK_ALREADY_ASSESSED", "The impact of this code break is documented already, which stands.");
    private static final Refusal DEVIATION = Refusal.invalid(
            "DEVIATION_UNKNOWN", "A deviation from the protocol is one of NONE, MINOR, IMPORTANT.", "/deviation");
    private static final Refusal IMPACT = Refusal.invalid(
            "IMPACT_LENGTH",
            "The impact on subject and trial is described in %d to %d characters.".formatted(SHORTEST, LONGEST),
            "/impact");

    public FollowUp {
        assessed = Map.copyOf(assessed);
    }

    Decision<AllocationEvent> decide(AssessCodeBreak command) {
        if (!command.known()) {
            return refuse(UNKNOWN);
        }
        if (assessed.containsKey(command.brokenAt())) {
            return refuse(ASSESSED);
        }
        var impact = command.impact().strip();
        if (impact.length() < SHORTEST || impact.length() > LONGEST) {
            return refuse(IMPACT);
        }
        return deviation(command.deviation())
                .<Decision<AllocationEvent>>map(deviation -> accept(new CodeBreakAssessed(
                        command.subject().study(),
                        command.subject().toString(),
                        command.subject().site(),
                        command.brokenAt(),
                        deviation,
                        impact,
                        command.assessedBy())))
                .orElseGet(() -> refuse(DEVIATION));
    }

    FollowUp evolve(AllocationEvent event) {
        return event instanceof CodeBreakAssessed fact
                ? new FollowUp(Allocation.with(assessed, fact.brokenAt(), fact))
                : this;
    }

    private static Optional<ProtocolDeviation> deviation(String name) {
        return Arrays.stream(ProtocolDeviation.values())
                .filter(deviation -> deviation.name().equals(name))
                .findFirst();
    }
}
