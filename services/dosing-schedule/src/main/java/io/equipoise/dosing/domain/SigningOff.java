package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CohortEvent.CohortSignedOff;
import io.equipoise.dosing.domain.Levels.Escalation;
import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/** What a dose group's toxicities mean for the next one, by the gate that the protocol names. */
record SigningOff(Cohorts cohorts, CohortCommand.SignOff asked) {

    Decision<CohortEvent> decide() {
        if (asked.levels().named(asked.cohort()).isEmpty()) {
            return Decision.refuse(
                    Refusal.unknown("COHORT_UNKNOWN", "the study definition has no dose group of that name"));
        }
        var escalation = asked.levels().escalation();
        if (escalation == null) {
            return Decision.refuse(Refusal.conflict(
                    "ESCALATION_NOT_STATED", "the study definition leaves open what opens the next level"));
        }
        var refused = DoseGate.reasonAndDay(asked.reason(), asked.on(), asked.toldAt())
                .or(this::counts);
        if (refused.isPresent()) {
            return Decision.refuse(refused.get());
        }
        return verdict(escalation)
                .<Decision<CohortEvent>>map(said -> Decision.accept(new CohortSignedOff(
                        asked.cohort(), asked.on(), asked.reason(), asked.evaluated(), asked.toxicities(), said)))
                .orElseGet(() -> Decision.refuse(Refusal.invalid(
                        "COUNTS_IMPOSSIBLE",
                        "the rule %s says nothing about %d of %d"
                                .formatted(escalation.gate(), asked.toxicities(), asked.evaluated()),
                        "/treated")));
    }

    private Optional<Refusal> counts() {
        var people = cohorts.in(asked.cohort()).size();
        return asked.evaluated() < 1
                        || asked.evaluated() > people
                        || asked.toxicities() < 0
                        || asked.toxicities() > asked.evaluated()
                ? Optional.of(Refusal.invalid(
                        "COUNTS_IMPOSSIBLE",
                        "%d with a toxicity of %d evaluated, and %d people are in the group"
                                .formatted(asked.toxicities(), asked.evaluated(), people),
                        "/treated"))
                : Optional.empty();
    }

    private Optional<Verdict> verdict(Escalation escalation) {
        return switch (escalation.gate()) {
            case NONE, SIGN_OFF -> Optional.of(Verdict.ESCALATE);
            case THREE_PLUS_THREE -> Verdict.threePlusThree(asked.evaluated(), asked.toxicities());
            case BOIN ->
                Optional.ofNullable(escalation.target())
                        .flatMap(Exact::parse)
                        .filter(target -> target.signum() > 0 && target.compareTo(BigDecimal.valueOf(5, 1)) < 0)
                        .map(target -> Verdict.interval(target, asked.evaluated(), asked.toxicities()));
        };
    }
}
