package io.equipoise.randomization.domain.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What each arm, given to the newcomer, would make of the imbalance: per factor a distance of the counts at the
 * newcomer's level, summed up by weight. Counts are brought over the shares' common multiple, so that all is whole.
 */
final class Imbalances {
    /** Counts below this are squared and summed over a hundred arms without overflow. */
    private static final long SMALL = 1L << 24;

    private final Minimization rule;
    private final List<Object> ofArms = new ArrayList<>();

    Imbalances(Minimization rule, Tally before, Newcomer newcomer) {
        this.rule = rule;
        int arms = rule.ratio().size();
        long multiple = rule.ratio().stream().mapToLong(Integer::longValue).reduce(1, Minimization::common);
        var portions =
                rule.ratio().stream().mapToLong(share -> multiple / share).toArray();
        var distances = new long[arms][rule.weights().size()][];
        for (int given = 0; given < arms; given++) {
            for (int factor = 0; factor < rule.weights().size(); factor++) {
                int level = newcomer.levels().get(factor);
                var counts = new long[arms];
                for (int arm = 0; arm < arms; arm++) {
                    int there = before.atLevel(factor, level, arm) + (arm == given ? 1 : 0);
                    counts[arm] = there * portions[arm];
                }
                distances[given][factor] = fromTheLeast(counts);
            }
            ofArms.add(total(distances[given]));
        }
    }

    /** Which of two arms would leave the smaller imbalance; 0 is an exact tie. */
    int compare(int one, int other) {
        return rule.measure() == Measure.STANDARD_DEVIATION
                ? RootSum.compare((RootSum) ofArms.get(one), (RootSum) ofArms.get(other))
                : ((BigInteger) ofArms.get(one)).compareTo((BigInteger) ofArms.get(other));
    }

    private Object total(long[][] distances) {
        return switch (rule.measure()) {
            case RANGE -> ranges(distances);
            case VARIANCE -> variances(distances);
            case STANDARD_DEVIATION -> deviations(distances);
        };
    }

    private BigInteger ranges(long[][] distances) {
        long sum = 0;
        for (int factor = 0; factor < distances.length; factor++) {
            sum += rule.weights().get(factor)
                    * LongStream.of(distances[factor]).max().orElseThrow();
        }
        return BigInteger.valueOf(sum);
    }

    private BigInteger variances(long[][] distances) {
        var sum = BigInteger.ZERO;
        for (int factor = 0; factor < distances.length; factor++) {
            sum = sum.add(spread(distances[factor])
                    .multiply(BigInteger.valueOf(rule.weights().get(factor))));
        }
        return sum;
    }

    private RootSum deviations(long[][] distances) {
        var squares = new ArrayList<BigInteger>();
        for (int factor = 0; factor < distances.length; factor++) {
            squares.add(spread(distances[factor])
                    .multiply(BigInteger.valueOf(rule.weights().get(factor)).pow(2)));
        }
        return new RootSum(squares);
    }

    /** The variance times N(N - 1): N times the sum of squares less the square of the sum. */
    private static BigInteger spread(long[] counts) {
        return LongStream.of(counts).allMatch(count -> count < SMALL) ? small(counts) : large(counts);
    }

    private static BigInteger small(long[] counts) {
        long sum = 0;
        long squares = 0;
        for (long count : counts) {
            sum += count;
            squares += count * count;
        }
        return BigInteger.valueOf(counts.length * squares - sum * sum);
    }

    private static BigInteger large(long[] counts) {
        var sum = BigInteger.ZERO;
        var squares = BigInteger.ZERO;
        for (long count : counts) {
            sum = sum.add(BigInteger.valueOf(count));
            squares = squares.add(BigInteger.valueOf(count).pow(2));
        }
        return squares.multiply(BigInteger.valueOf(counts.length)).subtract(sum.pow(2));
    }

    private static long[] fromTheLeast(long[] counts) {
        long least = LongStream.of(counts).min().orElseThrow();
        for (int arm = 0; arm < counts.length; arm++) {
            counts[arm] -= least;
        }
        return counts;
    }
}
