package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Signature;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.Stopping.Hold;
import io.equipoise.adverseevent.domain.Stopping.InForce;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingRule;
import io.equipoise.adverseevent.domain.stopping.Boundary.Step;
import io.equipoise.adverseevent.domain.stopping.UpperBound;
import io.equipoise.platform.journal.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How stopping rules and holds are shown to programs. */
final class StoppingView {
    private StoppingView() {}

    /** A study by its rules; "not configured" where it has none. */
    record Whole(String study, String standing, List<RuleView> rules, List<HoldView> holds, String byArm) {}

    /** @param upperBound of the rate, exact and one-sided, at 95 % */
    record RuleView(
            StoppingRule rule,
            List<Step> boundary,
            String attained,
            int n,
            int events,
            String upperBound,
            List<BoundaryCrossed> crossings) {}

    /** A hold with its rule and the decision that lifted it. */
    record HoldView(
            String hold,
            String rule,
            Instant placedAt,
            List<Lifter> liftedBy,
            @Nullable String reason,
            @Nullable Signature signature) {}

    /** A hold as every role may see it: no rule, no counts. */
    record Held(
            String hold,
            Instant placedAt,
            List<Lifter> liftedBy,
            @Nullable Instant liftedAt) {}

    static Whole whole(String study, Stopping stopping) {
        return new Whole(
                study,
                stopping.follows() ? stopping.held() ? "HELD" : "GOES_ON" : "not configured",
                stopping.rules().values().stream()
                        .map(rule -> view(stopping, rule))
                        .toList(),
                stopping.holds().stream().map(StoppingView::view).toList(),
                "see randomization's unblinded export");
    }

    static List<Held> holds(Stopping stopping) {
        return stopping.holds().stream()
                .map(hold -> new Held(
                        hold.placed().hold(),
                        hold.placed().placedAt(),
                        hold.placed().liftedBy(),
                        hold.lifted() == null ? null : hold.lifted().signature().at()))
                .toList();
    }

    private static RuleView view(Stopping stopping, InForce inForce) {
        var set = inForce.set();
        var tally = stopping.tally(set.rule());
        return new RuleView(
                set.rule(),
                set.boundary().steps(),
                set.attained(),
                tally.n(),
                tally.events(),
                UpperBound.of(tally.n(), tally.events()).exact().percent(),
                inForce.crossings());
    }

    private static HoldView view(Hold hold) {
        var placed = hold.placed();
        var lifted = hold.lifted();
        return new HoldView(
                placed.hold(),
                placed.rule(),
                placed.placedAt(),
                placed.liftedBy(),
                lifted == null ? null : lifted.reason(),
                lifted == null ? null : lifted.signature());
    }

    static Object set(Commit<SafetyFact> commit) {
        var set = (StoppingRuleSet) commit.facts().getFirst();
        return Map.of(
                "study",
                set.study(),
                "rule",
                set.rule().rule(),
                "boundary",
                set.boundary().steps(),
                "attained",
                set.attained());
    }

    static Object lifted(Commit<SafetyFact> commit) {
        var lifted = (HoldLifted) commit.facts().getFirst();
        return Map.of(
                "study",
                lifted.study(),
                "hold",
                lifted.hold(),
                "reason",
                lifted.reason(),
                "signature",
                lifted.signature());
    }
}
