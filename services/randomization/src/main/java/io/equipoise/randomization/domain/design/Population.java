package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Who comes to an invented trial: of each characteristic one level, as often as its weight says, whatever the others are.
 *
 * @param weights of each characteristic's levels; of each at least one is more than none
 */
public record Population(List<List<Integer>> weights) {
    public Population {
        weights = weights.stream().map(List::copyOf).toList();
    }

    /** The next one's levels. */
    List<Integer> next(Chance chance) {
        var levels = new ArrayList<Integer>(weights.size());
        for (var one : weights) {
            levels.add(level(one, chance));
        }
        return levels;
    }

    int levels(int characteristic) {
        return weights.get(characteristic).size();
    }

    private static int level(List<Integer> weights, Chance chance) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long left = chance.below(sum);
        int level = 0;
        while (left >= weights.get(level)) {
            left -= weights.get(level++);
        }
        return level;
    }
}
