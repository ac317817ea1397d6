package io.equipoise.imaging.domain.crossover;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a study definition says of its periods and scans; what it does not say is null or not in the lists.
 *
 * @param carryOver the rule in words, where somebody answered the definition's question of that name
 * @param notStated pointers into the definition to what would be needed and is not said
 */
public record CrossoverPlan(
        List<Stage> periods,
        List<PlannedScan> scans,
        @Nullable String carryOver,
        List<String> notStated) {

    public CrossoverPlan {
        periods = List.copyOf(periods);
        scans = List.copyOf(scans);
        notStated = List.copyOf(notStated);
    }

    /**
     * A period, in days from day 0.
     *
     * @param washout how many days after its beginning the treatment of the period before may still be at work; null where
     *     the definition states no rule, or one in months, which are no number of days
     */
    public record Stage(
            String period,
            @Nullable String title,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer washout) {

        /** A scan shows what came up before it: the last day is the period's, the first day that of what was before. */
        boolean holds(int day) {
            return from != null && to != null && day > from && day <= to;
        }

        boolean mayCarryOver(@Nullable Integer day) {
            return washout != null && from != null && day != null && day <= from + washout;
        }
    }

    /** A planned scan, with the day that the definition gives it, and the period if it names one. */
    public record PlannedScan(
            String scan, @Nullable Integer day, @Nullable String period) {}

    Optional<Stage> periodOf(PlannedScan scan) {
        if (scan.period() != null) {
            return periods.stream()
                    .filter(stage -> stage.period().equals(scan.period()))
                    .findFirst();
        }
        var day = scan.day();
        return day == null
                ? Optional.empty()
                : periods.stream().filter(stage -> stage.holds(day)).findFirst();
    }
}
