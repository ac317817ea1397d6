package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.Stopping.Hold;
import io.equipoise.adverseevent.domain.StoppingCommand.LiftHold;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** Whether a hold ends: by somebody whom its rule names, with a signature (21 CFR 11.50) and a reason. */
record Lifting(Stopping stopping, LiftHold asked) {
    private static final int LONGEST_REASON = 1_000;

    Decision<SafetyFact> decide() {
        return stopping.holds().stream()
                .filter(hold -> hold.placed().hold().equals(asked.hold()))
                .findFirst()
                .map(this::decide)
                .orElseGet(
                        () -> refuse(Refusal.unknown("HOLD_UNKNOWN", "no hold of that name was placed on the study")));
    }

    private Decision<SafetyFact> decide(Hold hold) {
        var named = hold.placed().liftedBy();
        var role = named.stream().filter(asked.signing().roles()::contains).findFirst();
        if (role.isEmpty()) {
            return refuse(Refusal.forbidden("LIFT_NOT_YOURS", "the rule lets this hold be lifted by " + named));
        }
        return settled(hold)
                .or(asked.signing()::refusal)
                .or(() -> reason(asked.reason()))
                .<Decision<SafetyFact>>map(Decision::refuse)
                .orElseGet(() -> accept(lifted(hold, role.get())));
    }

    private static Optional<Refusal> settled(Hold hold) {
        var lifted = hold.lifted();
        return lifted == null
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "HOLD_ALREADY_LIFTED",
                        "lifted by %s at %s"
                                .formatted(
                                        lifted.signature().name(),
                                        lifted.signature().at())));
    }

    private HoldLifted lifted(Hold hold, Lifter role) {
        return new HoldLifted(
                hold.placed().study(),
                hold.placed().hold(),
                asked.reason().strip(),
                asked.signing().as(role));
    }

    static Optional<Refusal> reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? Optional.of(Refusal.invalid(
                        "REASON_MISSING", "say in 1 to %d characters why".formatted(LONGEST_REASON), "/reason"))
                : Optional.empty();
    }
}
