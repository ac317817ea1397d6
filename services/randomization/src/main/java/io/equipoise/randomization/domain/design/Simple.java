package io.equipoise.randomization.domain.design;

import java.util.List;

/** Complete randomization: each time the same chances, whatever went before. Nobody can guess; nothing balances. */
public record Simple(List<Integer> ratio) implements Rule {
    public Simple {
        ratio = List.copyOf(ratio);
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer) {
        return byRatio(ratio);
    }

    static Chances byRatio(List<Integer> ratio) {
        var odds = new long[ratio.size()];
        for (int arm = 0; arm < odds.length; arm++) {
            odds[arm] = ratio.get(arm);
        }
        return Chances.of(odds);
    }
}
