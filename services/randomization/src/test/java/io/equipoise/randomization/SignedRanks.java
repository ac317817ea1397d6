package io.equipoise.randomization;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Wilcoxon's signed-rank test of paired differences, two-sided at alpha 0.001, by its normal approximation. */
final class SignedRanks {
    static final double CRITICAL = 3.2905;

    private SignedRanks() {}

    /** Far from 0 where one of each pair tends to be greater; differences of 0 are left out. */
    static double z(long[] differences) {
        var bySize = Arrays.stream(differences)
                .filter(difference -> difference != 0)
                .boxed()
                .sorted(Comparator.comparingLong(Math::abs))
                .toList();
        double n = bySize.size();
        double positive = IntStream.range(0, bySize.size())
                .filter(rank -> bySize.get(rank) > 0)
                .mapToDouble(rank -> rank + 1.0)
                .sum();
        return (positive - n * (n + 1) / 4) / Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    }
}
