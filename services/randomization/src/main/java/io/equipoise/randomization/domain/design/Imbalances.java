package io.equipoise.randomization.domain.design;

import java.math.BigInteger;

/**
 * What each arm, given to the newcomer, would make of the imbalance: per factor a distance of the counts at the
 * newcomer's level, summed up by weight. Counts are brought over the shares' common multiple, so that all is whole.
 */
final class Imbalances {
    /** Distances up to this, of up to so many arms, are squared, weighted and summed without overflow. */
    private static final long SMALL = 1L << 16;

    private static final int FEW = 32;

    private final Minimization rule;
    private final int arms;
    private final int factors;
    private final long[] portions;
    private final long[] counts;

    Imbalances(Minimization rule, Tally before, Newcomer newcomer) {
        this.rule = rule;
        this.arms = rule.ratio().size();
        this.factors = rule.weights().size();
        this.portions = portions(rule);
        this.counts = new long[factors * arms];
        for (int factor = 0; factor < factors; factor++) {
            int level = newcomer.levels().get(factor);
            for (int arm = 0; arm < arms; arm++) {
                counts[factor * arms + arm] = before.atLevel(factor, level, arm) * portions[arm];
            }
        }
    }

    /** For each arm, how many arms would leave a smaller imbalance; tied arms have the same number. */
    int[] order() {
        boolean byRange =
                rule.measure() == Measure.RANGE || (rule.measure() == Measure.STANDARD_DEVIATION && arms == 2);
        if (isSmall() && (byRange || rule.measure() == Measure.VARIANCE)) {
            return order(wholes(byRange));
        }
        var imbalances = new Imbalance[arms];
        for (int given = 0; given < arms; given++) {
            imbalances[given] = byRange || rule.measure() == Measure.VARIANCE
                    ? new Whole(large(given, byRange))
                    : new Roots(roots(given));
        }
        return order(imbalances);
    }

    private static int[] order(long[] imbalances) {
        var order = new int[imbalances.length];
        for (int one = 0; one < order.length; one++) {
            for (long other : imbalances) {
                order[one] += other < imbalances[one] ? 1 : 0;
            }
        }
        return order;
    }

    private static int[] order(Imbalance[] imbalances) {
        var order = new int[imbalances.length];
        for (int one = 0; one < order.length; one++) {
            for (int other = one + 1; other < order.length; other++) {
                int difference = imbalances[one].against(imbalances[other]);
                order[one] += difference > 0 ? 1 : 0;
                order[other] += difference < 0 ? 1 : 0;
            }
        }
        return order;
    }

    private sealed interface Imbalance permits Whole, Roots {
        int against(Imbalance other);
    }

    private record Whole(BigInteger value) implements Imbalance {
        @Override
        public int against(Imbalance other) {
            return value.compareTo(((Whole) other).value);
        }
    }

    private record Roots(RootSum value) implements Imbalance {
        @Override
        public int against(Imbalance other) {
            return RootSum.compare(value, ((Roots) other).value);
        }
    }

    private boolean isSmall() {
        for (int factor = 0; factor < factors; factor++) {
            for (int arm = 0; arm < arms; arm++) {
                if (counts[factor * arms + arm] + portions[arm] - least(factor, -1) > SMALL) {
                    return false;
                }
            }
        }
        return arms <= FEW;
    }

    /** Of each arm: ranges, or variances times N(N - 1), by weight. Two arms' standard deviations are as their ranges. */
    private long[] wholes(boolean byRange) {
        var wholes = new long[arms];
        for (int given = 0; given < arms; given++) {
            for (int factor = 0; factor < factors; factor++) {
                long least = least(factor, given);
                long most = 0;
                long sum = 0;
                long squares = 0;
                for (int arm = 0; arm < arms; arm++) {
                    long distance = count(factor, arm, given) - least;
                    most = Math.max(most, distance);
                    sum += distance;
                    squares += distance * distance;
                }
                wholes[given] += rule.weights().get(factor) * (byRange ? most : arms * squares - sum * sum);
            }
        }
        return wholes;
    }

    private BigInteger large(int given, boolean byRange) {
        var total = BigInteger.ZERO;
        for (int factor = 0; factor < factors; factor++) {
            long most = 0;
            for (int arm = 0; arm < arms; arm++) {
                most = Math.max(most, count(factor, arm, given) - least(factor, given));
            }
            var distance = byRange ? BigInteger.valueOf(most) : spread(factor, given);
            total = total.add(
                    distance.multiply(BigInteger.valueOf(rule.weights().get(factor))));
        }
        return total;
    }

    private RootSum roots(int given) {
        var squares = new BigInteger[factors];
        for (int factor = 0; factor < factors; factor++) {
            squares[factor] = spread(factor, given)
                    .multiply(BigInteger.valueOf(rule.weights().get(factor)).pow(2));
        }
        return RootSum.of(squares);
    }

    /** The variance times N(N - 1): N times the sum of squares less the square of the sum. */
    private BigInteger spread(int factor, int given) {
        var sum = BigInteger.ZERO;
        var squares = BigInteger.ZERO;
        for (int arm = 0; arm < arms; arm++) {
            var count = BigInteger.valueOf(count(factor, arm, given));
            sum = sum.add(count);
            squares = squares.add(count.multiply(count));
        }
        return squares.multiply(BigInteger.valueOf(arms)).subtract(sum.multiply(sum));
    }

    private long least(int factor, int given) {
        long least = Long.MAX_VALUE;
        for (int arm = 0; arm < arms; arm++) {
            least = Math.min(least, count(factor, arm, given));
        }
        return least;
    }

    private long count(int factor, int arm, int given) {
        return counts[factor * arms + arm] + (arm == given ? portions[arm] : 0);
    }

    private static long[] portions(Minimization rule) {
        long multiple = 1;
        for (int share : rule.ratio()) {
            multiple = Minimization.common(multiple, share);
        }
        var portions = new long[rule.ratio().size()];
        for (int arm = 0; arm < portions.length; arm++) {
            portions[arm] = multiple / rule.ratio().get(arm);
        }
        return portions;
    }
}
