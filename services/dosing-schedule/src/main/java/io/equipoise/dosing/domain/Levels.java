package io.equipoise.dosing.domain;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dose groups of a study and what opens the next one, as a version of its definition says.
 *
 * @param escalation absent where the definition leaves it open
 */
public record Levels(List<Cohort> cohorts, @Nullable Escalation escalation) {

    /** A dose group; levels are climbed in their order. */
    public record Cohort(String cohort, int order, @Nullable Integer size) {}

    /** What must be there before anybody is put into the next level. */
    public enum Gate {
        NONE,
        SIGN_OFF,
        THREE_PLUS_THREE,
        BOIN
    }

    /**
     * How levels are climbed.
     *
     * @param sentinels how many of each level go first
     * @param stagger how long the next person waits after a sentinel's first dose
     * @param target the share of toxicity aimed at
     * @param maximum how many people at most, over all levels
     */
    public record Escalation(
            Gate gate,
            int sentinels,
            @Nullable Period stagger,
            @Nullable String target,
            @Nullable Integer maximum) {}

    public Levels {
        cohorts = List.copyOf(cohorts);
    }

    Optional<Cohort> named(String cohort) {
        return cohorts.stream().filter(one -> one.cohort().equals(cohort)).findFirst();
    }

    /** The level that must have been passed first. */
    Optional<Cohort> below(Cohort level) {
        return cohorts.stream().filter(one -> one.order() == level.order() - 1).findFirst();
    }
}
