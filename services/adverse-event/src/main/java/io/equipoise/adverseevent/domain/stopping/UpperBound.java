package io.equipoise.adverseevent.domain.stopping;

import java.math.BigInteger;

/**
 * What so many events in n people leave possible: the exact one-sided 95 % upper bound of the rate (Clopper and Pearson
 * 1934), and for none in n the rule of three beside it. None in 20 still leaves 13.9 % (rules.md 4.9).
 *
 * @param exact the least rate, in millionths, at which so few events or fewer have a chance of at most 5 %; rounded up
 */
public record UpperBound(int n, int events, Share exact) {
    private static final long MILLION = 1_000_000;
    private static final Share FIVE_PERCENT = Share.of(5, 100);

    /** @throws IllegalArgumentException for counts that cannot be */
    public static UpperBound of(int n, int events) {
        if (n < 0 || events < 0 || events > n) {
            throw new IllegalArgumentException(events + " events in " + n + " people cannot be");
        }
        long low = 0;
        long high = MILLION;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (leaves(n, events, middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new UpperBound(n, events, Share.of(low, MILLION));
    }

    /** 3 in n, at most 1: what people reckon with for none in n. */
    public Share ruleOfThree() {
        return n <= 3 ? Share.of(1, 1) : new Share(BigInteger.valueOf(3), BigInteger.valueOf(n));
    }

    /** Whether a rate of so many millionths is still possible. */
    private static boolean leaves(int n, int events, long millionths) {
        return millionths < MILLION
                && new Binomial(n, Share.of(millionths, MILLION)).atMost(events).compareTo(FIVE_PERCENT) > 0;
    }
}
