package io.equipoise.randomization.domain.design;

import java.util.Arrays;
import java.util.List;

/**
 * The next person, as far as a design looks at people.
 *
 * @param stratum which of the strata, counted from 0; always 0 where a design counts over the whole study
 * @param levels for each factor that is minimized, which of its levels, counted from 0
 */
public record Newcomer(int stratum, List<Integer> levels) {
    /** Somebody of a study that looks at nothing. */
    public static final Newcomer ANYBODY = new Newcomer(0, List.of());

    public Newcomer {
        levels = List.copyOf(levels);
    }

    /** Of the one stratum, at these levels. */
    public static Newcomer at(Integer... levels) {
        return new Newcomer(0, Arrays.asList(levels));
    }
}
