package io.equipoise.randomization.domain.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Permuted blocks of one invented trial: a block is opened in a stratum when the one before is used up, its size drawn
 * evenly among the sizes, and the next person gets one of the places left in it (domain rules 4.9).
 */
public final class OpenBlocks implements Giving {
    private final List<Integer> ratio;
    private final List<Integer> sizes;
    private final int sum;
    private final Map<Integer, int[]> ends = new HashMap<>();

    /** @param sizes each a multiple of the ratio's sum */
    public OpenBlocks(List<Integer> ratio, List<Integer> sizes) {
        this.ratio = List.copyOf(ratio);
        this.sizes = sizes.stream().distinct().sorted().toList();
        this.sum = ratio.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer, Chance chance) {
        var end = ends.computeIfAbsent(newcomer.stratum(), stratum -> new int[ratio.size()]);
        var left = new long[ratio.size()];
        long places = 0;
        for (int arm = 0; arm < left.length; arm++) {
            left[arm] = (long) end[arm] - before.inStratum(newcomer.stratum(), arm);
            places += left[arm];
        }
        if (places > 0) {
            return Chances.of(left);
        }
        int size = sizes.get((int) chance.below(sizes.size()));
        for (int arm = 0; arm < left.length; arm++) {
            left[arm] = (long) size / sum * ratio.get(arm);
            end[arm] += (int) left[arm];
        }
        return Chances.of(left);
    }
}
