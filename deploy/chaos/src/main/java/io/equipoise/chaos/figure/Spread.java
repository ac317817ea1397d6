package io.equipoise.chaos.figure;

import java.util.Collection;
import java.util.Locale;

/** A distribution of times, in microseconds; nothing is discarded. */
public record Spread(long count, long p50, long p90, long p99, long max) {

    public static Spread of(Collection<Long> micros) {
        var sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? new Spread(0, 0, 0, 0, 0)
                : new Spread(
                        sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    /** How many times the unit the median, the 99th percentile and the longest are. */
    public String times(double unitMicros) {
        return String.format(
                Locale.ROOT, "p50 %.1f, p99 %.1f, max %.0f", p50 / unitMicros, p99 / unitMicros, max / unitMicros);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, max %.1f ms (n = %d)",
                p50 / 1e3,
                p90 / 1e3,
                p99 / 1e3,
                max / 1e3,
                count);
    }
}
