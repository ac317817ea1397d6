package io.equipoise.randomization.domain.design;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        if (Arrays.stream(order).max().orElseThrow() == 0) {
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
        var imbalances = new Imbalances(this, before, newcomer);
        int arms = ratio.size();
        var order = new int[arms];
        for (int one = 0; one < arms; one++) {
            for (int other = one + 1; other < arms; other++) {
                int difference = imbalances.compare(one, other);
                if (difference < 0) {
                    order[other]++;
                } else if (difference > 0) {
                    order[one]++;
                }
            }
        }
        return order;
    }

    /** p for the one that comes first, (1 - p) / (N - 1) for each other; a tied arm comes first by its share of the tie. */
    private Chances preferred(int[] order) {
        long tied = tied(order);
        long others = ratio.size() - 1L;
        return Chances.of(IntStream.range(0, ratio.size())
                .mapToLong(arm -> order[arm] == 0
                        ? probability.numerator() * ratio.get(arm) * others
                                + probability.rest() * (tied - ratio.get(arm))
                        : probability.rest() * tied)
                .toArray());
    }

    /** With r its share, S the sum of the other arms' shares, and 1 an arm of the smallest: see docs for the formula. */
    private Chances han(int[] order) {
        long tied = tied(order);
        long sum = ratio.stream().mapToLong(Integer::longValue).sum();
        long besideSmallest =
                sum - ratio.stream().mapToLong(Integer::longValue).min().orElseThrow();
        return Chances.of(IntStream.range(0, ratio.size())
                .mapToLong(arm -> {
                    long share = ratio.get(arm);
                    long first = probability.denominator() * besideSmallest - (sum - share) * probability.rest();
                    return order[arm] == 0
                            ? share * first + (tied - share) * share * probability.rest()
                            : share * probability.rest() * tied;
                })
                .toArray());
    }

    /** Tied arms share alike what their places have together. */
    private Chances rankLinear(int[] order) {
        int arms = ratio.size();
        long scale = IntStream.rangeClosed(1, arms).asLongStream().reduce(1, Minimization::common);
        return Chances.of(IntStream.range(0, arms)
                .mapToLong(arm -> {
                    int place = order[arm];
                    int alike = (int)
                            Arrays.stream(order).filter(other -> other == place).count();
                    long together = IntStream.rangeClosed(place + 1, place + alike)
                            .mapToLong(this::ofPlace)
                            .sum();
                    return together * (scale / alike);
                })
                .toArray());
    }

    /** q - 2(Nq - 1)k / (N(N + 1)), times N(N + 1) and the denominator of q. */
    private long ofPlace(int place) {
        long arms = ratio.size();
        return probability.numerator() * arms * (arms + 1)
                - 2 * (arms * probability.numerator() - probability.denominator()) * place;
    }

    private long tied(int[] order) {
        return IntStream.range(0, order.length)
                .filter(arm -> order[arm] == 0)
                .mapToLong(ratio::get)
                .sum();
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
