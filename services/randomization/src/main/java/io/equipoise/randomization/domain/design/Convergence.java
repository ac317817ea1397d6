package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;

/**
 * The convergence strategy of Blackwell and Hodges (Annals of Mathematical Statistics 1957;28:449): who wants to know what
 * comes next guesses the arm that is behind where the design counts, for its share; among arms level with each other by chance.
 */
public record Convergence(List<Integer> ratio) {
    public Convergence {
        ratio = List.copyOf(ratio);
    }

    /** Arms that are guessed, each as readily as another. */
    public List<Integer> guesses(Tally before, Newcomer newcomer) {
        var least = new ArrayList<Integer>();
        for (int arm = 0; arm < ratio.size(); arm++) {
            int against = least.isEmpty() ? -1 : compare(before, newcomer, arm, least.getFirst());
            if (against < 0) {
                least.clear();
            }
            if (against <= 0) {
                least.add(arm);
            }
        }
        return least;
    }

    boolean isRight(Tally before, Newcomer newcomer, int arm, Chance chance) {
        var guesses = guesses(before, newcomer);
        int guess = guesses.size() == 1 ? 0 : (int) chance.below(guesses.size());
        return guesses.get(guess) == arm;
    }

    private int compare(Tally before, Newcomer newcomer, int one, int other) {
        return Long.compare(
                (long) before.inStratum(newcomer.stratum(), one) * ratio.get(other),
                (long) before.inStratum(newcomer.stratum(), other) * ratio.get(one));
    }
}
