package io.equipoise.adverseevent.domain.stopping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The Bayesian optimal interval rule of one dose level (BOIN), with its usual alternatives of 0.6 and 1.4 times the target
 * and elimination at more than 95 % certainty from three people on (rules.md 4.9). Whether counts are beyond a boundary is
 * decided by comparing likelihoods as whole numbers; the logarithms of the boundaries are for print only.
 *
 * @param planned people at most at the level, 3 to 100
 * @param target the toxicity aimed at, below 0.5
 */
public record IntervalDesign(int planned, Share target) implements Method {
    private static final int LEAST = 3;
    private static final Share SURE = Share.of(95, 100);
    private static final BayesianBoundary.Prior UNIFORM = new BayesianBoundary.Prior(1, 1);

    public Advice advice(int n, int events) {
        if (eliminated(n, events)) {
            return Advice.EXCEEDED;
        }
        if (likelier(lower(), target, n, events)) {
            return Advice.ESCALATE;
        }
        return likelier(upper(), target, n, events) ? Advice.DE_ESCALATE : Advice.STAY;
    }

    /** The level is closed, with all above it; where it is the lowest, the study stops. */
    public boolean eliminated(int n, int events) {
        return n >= LEAST
                && BayesianBoundary.posterior(UNIFORM, n, events, target).compareTo(SURE) > 0;
    }

    @Override
    public Boundary boundary() {
        return Boundary.upTo(planned, n -> {
            int events = 0;
            while (events <= n && !eliminated(n, events)) {
                events++;
            }
            return events;
        });
    }

    @Override
    public String attained(Boundary boundary) {
        return "up at %s or less, down at %s or more, closed at more than %s certainty of exceeding %s"
                .formatted(escalateAt(), deEscalateAt(), SURE.percent(), target.percent());
    }

    @Override
    public String evidence(int n, int events) {
        return "the toxicity exceeds %s with a certainty of %s"
                .formatted(
                        target.percent(),
                        BayesianBoundary.posterior(UNIFORM, n, events, target).rounded(6));
    }

    /** Up at or below this share of toxicity; to four places. */
    public BigDecimal escalateAt() {
        return crossing(lower());
    }

    /** Down at or above this share of toxicity; to four places. */
    public BigDecimal deEscalateAt() {
        return crossing(upper());
    }

    private Share lower() {
        return target.times(6, 10);
    }

    private Share upper() {
        return target.times(14, 10);
    }

    /** Whether the counts are at least as likely at one rate as at the other. */
    private static boolean likelier(Share one, Share other, int n, int events) {
        return likelihood(one, n, events)
                        .multiply(other.whole().pow(n))
                        .compareTo(likelihood(other, n, events)
                                .multiply(one.whole().pow(n)))
                >= 0;
    }

    private static BigInteger likelihood(Share rate, int n, int events) {
        return rate.part()
                .pow(events)
                .multiply(rate.whole().subtract(rate.part()).pow(n - events));
    }

    private BigDecimal crossing(Share alternative) {
        double aim = target.rounded(12).doubleValue();
        double other = alternative.rounded(12).doubleValue();
        double at = StrictMath.log((1 - other) / (1 - aim)) / StrictMath.log(aim * (1 - other) / (other * (1 - aim)));
        return BigDecimal.valueOf(at).setScale(4, RoundingMode.HALF_UP);
    }
}
