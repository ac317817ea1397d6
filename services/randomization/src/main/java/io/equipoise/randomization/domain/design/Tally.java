package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who got what so far, counted by stratum and by level of each factor. It grows; one thread at a time. */
public final class Tally {
    private final int arms;
    private final List<int[]> strata = new ArrayList<>();
    private final List<List<int[]>> levels;

    public Tally(int arms, int factors) {
        this.arms = arms;
        this.levels =
                Stream.<List<int[]>>generate(ArrayList::new).limit(factors).toList();
    }

    public void add(Newcomer person, int arm) {
        row(strata, person.stratum())[arm]++;
        for (int factor = 0; factor < levels.size(); factor++) {
            row(levels.get(factor), person.levels().get(factor))[arm]++;
        }
    }

    public int arms() {
        return arms;
    }

    public int factors() {
        return levels.size();
    }

    public int inStratum(int stratum, int arm) {
        return at(strata, stratum, arm);
    }

    public int atLevel(int factor, int level, int arm) {
        return at(levels.get(factor), level, arm);
    }

    private static int at(List<int[]> rows, int row, int arm) {
        return row < rows.size() ? rows.get(row)[arm] : 0;
    }

    private int[] row(List<int[]> rows, int row) {
        while (rows.size() <= row) {
            rows.add(new int[arms]);
        }
        return rows.get(row);
    }
}
