package io.equipoise.imaging.domain.crossover;

import io.equipoise.imaging.domain.crossover.CrossoverPlan.PlannedScan;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was counted in a period can still be an effect of the period before it (rules.md 4.11; MESEMS leaves its rule
 * open). It is a flag for whoever judges: nothing is taken out of a sum.
 *
 * @param rule the rule in the definition's words
 * @param washoutDays days from the period's beginning in which the treatment before may be at work
 * @param scans the counted scans that were planned in these days
 */
public record CarryOver(
        Flag flag, @Nullable String rule, @Nullable Integer washoutDays, List<String> scans) {

    /** What can be said of carry-over. */
    public enum Flag {
        /** The first period has none before it. */
        NO_PERIOD_BEFORE,
        /** The definition has no rule, so nobody is told that there was none. */
        NOT_STATED,
        /** The rule is in words, with no days to compute by: a person judges. */
        STATED_IN_WORDS,
        /** A rule in days, and no counted scan in them. */
        NOT_SEEN,
        /** A counted scan lies in the days of the rule. */
        POSSIBLE
    }

    public CarryOver {
        scans = List.copyOf(scans);
    }

    static CarryOver of(CrossoverPlan plan, Stage stage, List<PlannedScan> counted) {
        var rule = plan.carryOver();
        if (stage.equals(plan.periods().getFirst())) {
            return new CarryOver(Flag.NO_PERIOD_BEFORE, null, null, List.of());
        }
        if (stage.washout() == null) {
            return new CarryOver(rule == null ? Flag.NOT_STATED : Flag.STATED_IN_WORDS, rule, null, List.of());
        }
        var within = counted.stream()
                .filter(scan -> stage.mayCarryOver(scan.day()))
                .map(PlannedScan::scan)
                .toList();
        return new CarryOver(within.isEmpty() ? Flag.NOT_SEEN : Flag.POSSIBLE, rule, stage.washout(), within);
    }
}
