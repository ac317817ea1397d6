package io.equipoise.imaging.domain.crossover;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lesions added up over scans, with how many scans are in the sum and, by reason, how many are not.
 *
 * @param sum null where no scan was counted: nothing counted is not "none"
 */
public record LesionSum(@Nullable Integer sum, int scans, Map<String, Integer> lacking) {
    static final LesionSum EMPTY = new LesionSum(null, 0, Map.of());

    public LesionSum {
        lacking = Map.copyOf(lacking);
    }

    LesionSum counted(int lesions) {
        return new LesionSum((sum == null ? 0 : sum) + lesions, scans + 1, lacking);
    }

    LesionSum without(String reason) {
        return new LesionSum(sum, scans, added(lacking, Map.of(reason, 1)));
    }

    public int scansLacking() {
        return lacking.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same over several people; sums that are null stay out. */
    public static LesionSum over(List<LesionSum> parts) {
        var all = EMPTY;
        for (var part : parts) {
            var sum =
                    part.sum() == null ? all.sum() : Integer.valueOf((all.sum() == null ? 0 : all.sum()) + part.sum());
            all = new LesionSum(sum, all.scans() + part.scans(), added(all.lacking(), part.lacking()));
        }
        return all;
    }

    private static Map<String, Integer> added(Map<String, Integer> some, Map<String, Integer> others) {
        var both = new TreeMap<>(some);
        others.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        return both;
    }
}
