package io.equipoise.local.reproduce;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The chances of each arm under each design, from counts; written after the sources and not after the service. */
final class Odds {
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal SAME = new BigDecimal("1e-60");

    private Odds() {}

    static List<Fraction> byRatio(List<Integer> ratio) {
        long sum = ratio.stream().mapToLong(Integer::longValue).sum();
        return ratio.stream().map(share -> Fraction.of(share, sum)).toList();
    }

    static List<Fraction> efron(Fraction p, List<Integer> counts) {
        int ahead = counts.get(0) - counts.get(1);
        var rest = Fraction.ONE.minus(p);
        return ahead == 0 ? byRatio(List.of(1, 1)) : ahead > 0 ? List.of(rest, p) : List.of(p, rest);
    }

    static List<Fraction> bigStick(int limit, List<Integer> counts) {
        int ahead = counts.get(0) - counts.get(1);
        return Math.abs(ahead) < limit ? byRatio(List.of(1, 1)) : efron(Fraction.ONE, counts);
    }

    static List<Fraction> urn(int alpha, int beta, List<Integer> counts) {
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        var balls = counts.stream().map(count -> alpha + beta * (sum - count)).toList();
        return byRatio(
                balls.stream().allMatch(none -> none == 0)
                        ? balls.stream().map(none -> 1).toList()
                        : balls);
    }

    /** How one minimizes. */
    record Minimizing(List<Integer> ratio, List<Integer> weights, String measure, String coin, Fraction p) {

        /** @param counts for each factor, of each arm at the newcomer's level */
        List<Fraction> chances(List<List<Integer>> counts) {
            int arms = ratio.size();
            var scores = IntStream.range(0, arms)
                    .mapToObj(given -> score(counts, given))
                    .toList();
            var order = scores.stream()
                    .map(score -> (int) scores.stream()
                            .filter(smaller -> isLess(smaller, score))
                            .count())
                    .toList();
            if (order.stream().allMatch(before -> before == 0)) {
                return byRatio(ratio);
            }
            if (coin.equals("RANK_LINEAR")) {
                return order.stream().map(before -> ranked(order, before)).toList();
            }
            var first = IntStream.range(0, arms)
                    .filter(arm -> order.get(arm) == 0)
                    .boxed()
                    .toList();
            long tied = first.stream().mapToLong(ratio::get).sum();
            return IntStream.range(0, arms)
                    .mapToObj(arm -> sum(first.stream()
                            .map(chosen -> Fraction.of(ratio.get(chosen), tied).times(whenFirst(chosen, arm)))))
                    .toList();
        }

        private BigDecimal score(List<List<Integer>> counts, int given) {
            var total = BigDecimal.ZERO;
            for (int factor = 0; factor < weights.size(); factor++) {
                var at = counts.get(factor);
                var shares = IntStream.range(0, ratio.size())
                        .mapToObj(arm -> Fraction.of(at.get(arm) + (arm == given ? 1L : 0L), ratio.get(arm)))
                        .toList();
                total = total.add(distance(shares).multiply(BigDecimal.valueOf(weights.get(factor))));
            }
            return total;
        }

        private BigDecimal distance(List<Fraction> shares) {
            if (measure.equals("RANGE")) {
                return decimal(shares.stream()
                        .max(Fraction::compareTo)
                        .orElseThrow()
                        .minus(shares.stream().min(Fraction::compareTo).orElseThrow()));
            }
            var mean = sum(shares.stream()).over(Fraction.of(shares.size()));
            var squares = sum(shares.stream().map(share -> share.minus(mean).times(share.minus(mean))));
            var variance = decimal(squares.over(Fraction.of(shares.size() - 1L)));
            return measure.equals("VARIANCE") ? variance : variance.sqrt(DIGITS);
        }

        private Fraction whenFirst(int chosen, int arm) {
            int all = ratio.stream().mapToInt(Integer::intValue).sum();
            if (coin.equals("PREFERRED")) {
                return arm == chosen ? p : Fraction.ONE.minus(p).over(Fraction.of(ratio.size() - 1L));
            }
            int smallest = ratio.stream().mapToInt(Integer::intValue).min().orElseThrow();
            int others = all - ratio.get(chosen);
            var rest = Fraction.of(others, (long) all - smallest).times(Fraction.ONE.minus(p));
            return arm == chosen
                    ? Fraction.ONE.minus(rest)
                    : Fraction.of(ratio.get(arm), others).times(rest);
        }

        private Fraction ranked(List<Integer> order, int before) {
            long n = ratio.size();
            int alike = (int) order.stream().filter(other -> other == before).count();
            var fall = Fraction.of(2)
                    .times(Fraction.of(n).times(p).minus(Fraction.ONE))
                    .over(Fraction.of(n * (n + 1)));
            IntFunction<Fraction> place = k -> p.minus(fall.times(Fraction.of(k)));
            return sum(IntStream.rangeClosed(before + 1, before + alike).mapToObj(place))
                    .over(Fraction.of(alike));
        }
    }

    /** Eighty digits are carried; what differs by less than sixty is a tie. */
    private static boolean isLess(BigDecimal smaller, BigDecimal score) {
        return score.subtract(smaller).compareTo(SAME) > 0;
    }

    private static BigDecimal decimal(Fraction fraction) {
        return new BigDecimal(fraction.above()).divide(new BigDecimal(fraction.below()), DIGITS);
    }

    private static Fraction sum(Stream<Fraction> parts) {
        return parts.reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Odds in lowest terms lie one after another; the arm in which the number falls. */
    static int draw(List<Fraction> chances, Octets octets) {
        var multiple = chances.stream()
                .map(Fraction::below)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        var odds = new ArrayList<BigInteger>();
        for (var chance : chances) {
            odds.add(chance.above().multiply(multiple).divide(chance.below()));
        }
        var common = odds.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        var left = octets.below(
                odds.stream().reduce(BigInteger.ZERO, BigInteger::add).divide(common));
        for (int arm = 0; arm < odds.size(); arm++) {
            left = left.subtract(odds.get(arm).divide(common));
            if (left.signum() < 0) {
                return arm;
            }
        }
        throw new IllegalStateException("chances that are not one together");
    }
}
