package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.StoppingCommand.SetRule;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a rule may count from now on, and whether what was seen so far crosses it already. */
record SettingRule(Stopping stopping, SetRule asked) {

    Decision<SafetyFact> decide() {
        if (!asked.studyKnown()) {
            return refuse(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here"));
        }
        var ruling = new Ruling(asked.rule());
        var no = ruling.refusal().or(this::unsigned).or(() -> Lifting.reason(asked.reason()));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        var before = stopping.rules().get(asked.rule().rule());
        return before != null && before.set().rule().equals(asked.rule())
                ? accept()
                : new Crossings(stopping, asked.study(), asked.at()).follow(set(ruling));
    }

    private Optional<Refusal> unsigned() {
        var signing = asked.signing();
        if (signing == null) {
            return Optional.empty();
        }
        return signing.roles().isEmpty()
                ? Optional.of(
                        Refusal.forbidden("LIFT_NOT_YOURS", "a rule is signed by the board or the safety officer"))
                : signing.refusal();
    }

    private @Nullable Signature signature() {
        var signing = asked.signing();
        return signing == null
                ? null
                : signing.as(signing.roles().stream().min(Lifter::compareTo).orElseThrow());
    }

    private StoppingRuleSet set(Ruling ruling) {
        var method = ruling.method();
        var boundary = method.boundary();
        return new StoppingRuleSet(
                asked.study(),
                asked.rule(),
                boundary.stopAt(),
                method.attained(boundary),
                asked.definitionVersion(),
                signature(),
                asked.reason().strip());
    }
}
