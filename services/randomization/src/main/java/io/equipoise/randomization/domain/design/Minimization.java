package io.equipoise.randomization.domain.design;

import java.util.List;

/**
 * Pocock and Simon's minimization: each arm is tried for the newcomer, and the one that would leave the counts at the
 * newcomer's own levels closest together is the one to give. Counts are divided by the arm's share. Imbalances are
 * compared exactly: what is a tie is a tie, and which of the tied arms comes first is drawn among them by their shares.
 *
 * @param ratio shares of the arms
 * @param weights of the factors
 * @param probability of the coin: of the arm that comes first; for {@link Coin#HAN} if that is an arm of the smallest share
 */
public record Minimization(
        List<Integer> ratio, List<Integer> weights, Measure measure, Coin coin, Probability probability)
        implements Rule {
    public Minimization {
        ratio = lowest(ratio);
        weights = List.copyOf(weights);
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer) {
        var order = order(before, newcomer);
        if (isTieOfAll(order)) {
            return Simple.byRatio(ratio);
        }
        return switch (coin) {
            case PREFERRED -> preferred(order);
            case RANK_LINEAR -> rankLinear(order);
            case HAN -> han(order);
        };
    }

    /** For each arm, how many arms come before it; tied arms have the same number. */
    int[] order(Tally before, Newcomer newcomer) {
        return new Imbalances(this, before, newcomer).order();
    }

    /** p for the one that comes first, (1 - p) / (N - 1) for each other; a tied arm comes first by its share of the tie. */
    private Chances preferred(int[] order) {
        long tied = tied(order);
        long others = order.length - 1L;
        var odds = new long[order.length];
        for (int arm = 0; arm < odds.length; arm++) {
            odds[arm] = order[arm] == 0
                    ? probability.numerator() * ratio.get(arm) * others + probability.rest() * (tied - ratio.get(arm))
                    : probability.rest() * tied;
        }
        return Chances.of(odds);
    }

    /** With r its share, S the sum of the other arms' shares, and 1 an arm of the smallest: see docs for the formula. */
    private Chances han(int[] order) {
        long tied = tied(order);
        long sum = 0;
        long smallest = Long.MAX_VALUE;
        for (int share : ratio) {
            sum += share;
            smallest = Math.min(smallest, share);
        }
        var odds = new long[order.length];
        for (int arm = 0; arm < odds.length; arm++) {
            long share = ratio.get(arm);
            long first = probability.denominator() * (sum - smallest) - (sum - share) * probability.rest();
            odds[arm] = order[arm] == 0
                    ? share * first + (tied - share) * share * probability.rest()
                    : share * probability.rest() * tied;
        }
        return Chances.of(odds);
    }

    /** Tied arms share alike what their places have together. */
    private Chances rankLinear(int[] order) {
        long scale = 1;
        for (int alike = 2; alike <= order.length; alike++) {
            scale = common(scale, alike);
        }
        var odds = new long[order.length];
        for (int arm = 0; arm < odds.length; arm++) {
            int alike = 0;
            for (int other : order) {
                alike += other == order[arm] ? 1 : 0;
            }
            long together = 0;
            for (int place = order[arm] + 1; place <= order[arm] + alike; place++) {
                together += ofPlace(place);
            }
            odds[arm] = together * (scale / alike);
        }
        return Chances.of(odds);
    }

    /** q - 2(Nq - 1)k / (N(N + 1)), times N(N + 1) and the denominator of q. */
    private long ofPlace(int place) {
        long arms = ratio.size();
        return probability.numerator() * arms * (arms + 1)
                - 2 * (arms * probability.numerator() - probability.denominator()) * place;
    }

    private long tied(int[] order) {
        long tied = 0;
        for (int arm = 0; arm < order.length; arm++) {
            tied += order[arm] == 0 ? ratio.get(arm) : 0;
        }
        return tied;
    }

    private static boolean isTieOfAll(int[] order) {
        for (int before : order) {
            if (before != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> lowest(List<Integer> ratio) {
        int common = ratio.stream().reduce(0, Minimization::divisor);
        return ratio.stream().map(share -> share / common).toList();
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    static long common(long a, long b) {
        return a / divisor((int) (a % b), (int) b) * b;
    }
}
