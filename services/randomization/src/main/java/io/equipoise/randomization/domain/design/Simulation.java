package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A design tried out on invented people: what it would do to balance, to guessing and to efficiency.
 *
 * @param ratio shares of the arms in lowest terms
 * @param design how arms are given, anew for each trial
 */
public record Simulation(List<Integer> ratio, Population population, Sight sight, Supplier<Giving> design, int people) {
    public Simulation {
        ratio = List.copyOf(ratio);
    }

    /** A figure over all trials. */
    public record Result(Figure figure, Summary summary) {}

    /** @param chance of each trial by its number, so that one trial can be seen again without the others */
    public List<Result> run(int trials, IntFunction<Chance> chance) {
        var figures = figures();
        var values = new double[figures.size()][trials];
        for (int trial = 0; trial < trials; trial++) {
            var found = new InventedTrial(this).run(chance.apply(trial));
            for (int figure = 0; figure < values.length; figure++) {
                values[figure][trial] = found[figure];
            }
        }
        return IntStream.range(0, values.length)
                .mapToObj(figure -> new Result(figures.get(figure), Summary.of(values[figure])))
                .toList();
    }

    /** Everything that is looked at: of everybody first, then of each level. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var kind : Figure.Kind.values()) {
            if (kind != Figure.Kind.LOSS || hasLoss()) {
                figures.add(Figure.ofAll(kind));
            }
        }
        for (int characteristic = 0; characteristic < population.weights().size(); characteristic++) {
            for (int level = 0; level < population.levels(characteristic); level++) {
                figures.add(new Figure(Figure.Kind.FINAL_IMBALANCE, characteristic, level));
                figures.add(new Figure(Figure.Kind.LARGEST_IMBALANCE, characteristic, level));
            }
        }
        return figures;
    }

    /** The loss is defined here for two equal arms. */
    public boolean hasLoss() {
        return ratio.equals(List.of(1, 1));
    }
}
