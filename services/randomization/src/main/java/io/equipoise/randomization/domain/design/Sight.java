package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a person's characteristics a design looks at.
 *
 * @param stratifying characteristics whose combinations it counts apart; none where it counts over the whole study
 * @param minimizing characteristics whose levels it balances one by one
 */
public record Sight(List<Integer> stratifying, List<Integer> minimizing) {
    /** A design that counts people and looks at nothing of them. */
    public static final Sight OF_NOTHING = new Sight(List.of(), List.of());

    public Sight {
        stratifying = List.copyOf(stratifying);
        minimizing = List.copyOf(minimizing);
    }

    Newcomer of(List<Integer> levels, Population population) {
        int stratum = 0;
        for (int characteristic : stratifying) {
            stratum = stratum * population.levels(characteristic) + levels.get(characteristic);
        }
        var seen = new ArrayList<Integer>(minimizing.size());
        for (int characteristic : minimizing) {
            seen.add(levels.get(characteristic));
        }
        return new Newcomer(stratum, seen);
    }
}
