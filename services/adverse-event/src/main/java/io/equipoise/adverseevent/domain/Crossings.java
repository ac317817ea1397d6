package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.Stopping.InForce;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.platform.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules make of a fact, at once and in the same decision. */
record Crossings(Stopping before, String study, Instant at) {

    Decision<SafetyFact> follow(StoppingFact fact) {
        var all = new ArrayList<SafetyFact>(List.of(fact));
        var now = Stopping.evolve(before, fact);
        for (var rule : now.rules().values()) {
            var crossed = crossing(now, rule);
            crossed.ifPresent(all::add);
            if (crossed.isPresent() && holds(now, rule)) {
                var held = hold(now, rule.set().rule());
                all.add(held);
                now = Stopping.evolve(now, held);
            }
        }
        return Decision.accept(all);
    }

    /** A boundary is crossed again only by a further event: whoever let the study go on knew of the others. */
    private Optional<BoundaryCrossed> crossing(Stopping now, InForce rule) {
        var stated = rule.set().rule();
        var tally = now.tally(stated);
        var boundary = rule.set().boundary();
        int known = rule.crossings().stream()
                .mapToInt(BoundaryCrossed::events)
                .max()
                .orElse(0);
        return boundary.crossed(tally.n(), tally.events()) && tally.events() > known
                ? Optional.of(new BoundaryCrossed(
                        study,
                        stated.rule(),
                        rule.crossings().size() + 1,
                        tally.n(),
                        tally.events(),
                        boundary.at(tally.n()).orElseThrow(),
                        new Ruling(stated).method().evidence(tally.n(), tally.events()),
                        at))
                : Optional.empty();
    }

    /** One rule has one hold open at a time. */
    private static boolean holds(Stopping now, InForce rule) {
        return rule.set().rule().choice() == StoppingRule.Choice.HOLD
                && now.holds().stream()
                        .noneMatch(hold -> hold.open()
                                && hold.placed().rule().equals(rule.set().rule().rule()));
    }

    private StudyHeld hold(Stopping now, StoppingRule rule) {
        return new StudyHeld(study, "HO-" + study + "-" + (now.holds().size() + 1), rule.rule(), at, rule.liftedBy());
    }
}
