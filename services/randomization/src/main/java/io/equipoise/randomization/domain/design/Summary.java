package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One figure over many trials.
 *
 * @param percentile95 the smallest value that at least 95 of 100 trials do not exceed
 * @param bars one for each value where these are few and lie apart, else as wide as each other; together all trials
 */
public record Summary(double mean, double median, double percentile95, double maximum, List<Bar> bars) {
    private static final int FEW = 40;
    private static final int BARS = 30;
    private static final int CLOSE = 100;
    private static final int OF_HUNDRED = 95;
    private static final int HUNDRED = 100;

    /** Trials whose value is from one bound to the other; in the last bar that bound is of it. */
    public record Bar(double from, double to, int trials) {}

    public Summary {
        bars = List.copyOf(bars);
    }

    /** Of at least one value. */
    public static Summary of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return new Summary(
                Arrays.stream(sorted).sum() / sorted.length,
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
                sorted[(sorted.length * OF_HUNDRED + HUNDRED - 1) / HUNDRED - 1],
                sorted[sorted.length - 1],
                bars(sorted));
    }

    private static List<Bar> bars(double... sorted) {
        var values = Arrays.stream(sorted).distinct().toArray();
        var bars = new ArrayList<Bar>();
        if (values.length <= FEW && isSpread(values)) {
            for (double value : values) {
                bars.add(new Bar(value, value, (int)
                        Arrays.stream(sorted).filter(one -> one == value).count()));
            }
            return bars;
        }
        double width = (values[values.length - 1] - values[0]) / BARS;
        var trials = new int[BARS];
        for (double value : sorted) {
            trials[Math.min(BARS - 1, (int) ((value - values[0]) / width))]++;
        }
        for (int bar = 0; bar < BARS; bar++) {
            bars.add(new Bar(values[0] + bar * width, values[0] + (bar + 1) * width, trials[bar]));
        }
        return bars;
    }

    /** Whether one bar for each value can be told from the next when they are drawn. */
    private static boolean isSpread(double... ascending) {
        double all = ascending[ascending.length - 1] - ascending[0];
        for (int n = 1; n < ascending.length; n++) {
            if (all / (ascending[n] - ascending[n - 1]) > CLOSE) {
                return false;
            }
        }
        return true;
    }
}
