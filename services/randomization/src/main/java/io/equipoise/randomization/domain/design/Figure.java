package io.equipoise.randomization.domain.design;

/**
 * What is looked at in each trial.
 *
 * @param characteristic of the people, counted from 0; -1 for everybody
 * @param level of the characteristic; -1 for everybody
 */
public record Figure(Kind kind, int characteristic, int level) {

    /** Imbalances are the greatest less the smallest count of an arm, each divided by the arm's share in lowest terms. */
    public enum Kind {
        /** When everybody has come. */
        FINAL_IMBALANCE,
        /** The worst while people came. */
        LARGEST_IMBALANCE,
        /** Arms guessed by {@link Convergence}, as a part of all. */
        GUESSED_RIGHT,
        /** Arms that were certain to who knows the design's state, as a part of all. */
        DETERMINISTIC,
        /** In people; of two equal arms only. */
        LOSS
    }

    static Figure ofAll(Kind kind) {
        return new Figure(kind, -1, -1);
    }
}
