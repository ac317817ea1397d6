package io.equipoise.randomization.domain.design;

import java.util.Arrays;

/** How likely each arm is, exactly: odds as whole numbers in lowest terms. */
public final class Chances {
    private final long[] odds;
    private final long total;

    private Chances(long[] odds) {
        this.odds = odds;
        long sum = 0;
        for (long each : odds) {
            sum += each;
        }
        this.total = sum;
    }

    /** Arms in proportion to these numbers, of which at least one is more than none. */
    public static Chances of(long... odds) {
        long common = 0;
        for (long each : odds) {
            if (each < 0) {
                throw new IllegalArgumentException("odds are not negative");
            }
            common = gcd(common, each);
        }
        if (common == 0) {
            throw new IllegalArgumentException("somebody must get something");
        }
        var lowest = new long[odds.length];
        for (int arm = 0; arm < odds.length; arm++) {
            lowest[arm] = odds[arm] / common;
        }
        return new Chances(lowest);
    }

    static Chances equal(int arms) {
        var odds = new long[arms];
        Arrays.fill(odds, 1);
        return new Chances(odds);
    }

    static Chances certain(int arms, int arm) {
        var odds = new long[arms];
        odds[arm] = 1;
        return new Chances(odds);
    }

    public int arms() {
        return odds.length;
    }

    /** Odds of an arm, over {@link #total()}. */
    public long of(int arm) {
        return odds[arm];
    }

    public long total() {
        return total;
    }

    /** Whether there is nothing to draw. */
    public boolean isCertain() {
        return total == 1;
    }

    /** The arms lie one after another, each as long as its odds: the one in which a fair number falls. */
    public int draw(Chance chance) {
        long left = chance.below(total);
        for (int arm = 0; arm < odds.length; arm++) {
            left -= odds[arm];
            if (left < 0) {
                return arm;
            }
        }
        throw new IllegalStateException("a number below " + total + " was wanted");
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chances chances && Arrays.equals(odds, chances.odds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(odds);
    }

    /** Such as {@code 3:3:1}. */
    @Override
    public String toString() {
        return Arrays.toString(odds).replace(", ", ":").replaceAll("[\\[\\]]", "");
    }
}
