package io.equipoise.randomization.domain.design;

import java.util.ArrayList;
import java.util.List;

/** One trial of a simulation, from its first person to its last. */
final class InventedTrial {
    private final Simulation plan;
    private final Tally known;
    private final Tally everything;
    private final Convergence guesser;
    private final Loss loss;
    private final Spread spread;
    private final List<double[]> worst = new ArrayList<>();
    private final double[] worstOfAll = new double[1];

    InventedTrial(Simulation plan) {
        int characteristics = plan.population().weights().size();
        this.plan = plan;
        this.known = new Tally(plan.ratio().size(), plan.sight().minimizing().size());
        this.everything = new Tally(plan.ratio().size(), characteristics);
        this.guesser = new Convergence(plan.ratio());
        this.loss = new Loss(plan.population());
        this.spread = new Spread(plan.ratio());
        for (int characteristic = 0; characteristic < characteristics; characteristic++) {
            worst.add(new double[plan.population().levels(characteristic)]);
        }
    }

    /** The values of {@link Simulation#figures()}, in that order. */
    double[] run(Chance chance) {
        var design = plan.design().get();
        int right = 0;
        int certain = 0;
        for (int person = 0; person < plan.people(); person++) {
            var levels = plan.population().next(chance);
            var newcomer = plan.sight().of(levels, plan.population());
            var chances = design.chances(known, newcomer, chance);
            int arm = chances.draw(chance);
            certain += chances.isCertain() ? 1 : 0;
            right += guesser.isRight(known, newcomer, arm, chance) ? 1 : 0;
            known.add(newcomer, arm);
            count(levels, arm);
        }
        return values((double) right / plan.people(), (double) certain / plan.people());
    }

    private void count(List<Integer> levels, int arm) {
        everything.add(new Newcomer(0, levels), arm);
        worstOfAll[0] = Math.max(worstOfAll[0], spread.ofAll(everything));
        for (int characteristic = 0; characteristic < worst.size(); characteristic++) {
            int level = levels.get(characteristic);
            var levelsWorst = worst.get(characteristic);
            levelsWorst[level] = Math.max(levelsWorst[level], spread.of(everything, characteristic, level));
        }
        if (plan.hasLoss()) {
            loss.add(levels, arm);
        }
    }

    private double[] values(double right, double certain) {
        return plan.figures().stream()
                .mapToDouble(figure -> switch (figure.kind()) {
                    case FINAL_IMBALANCE ->
                        figure.level() < 0
                                ? spread.ofAll(everything)
                                : spread.of(everything, figure.characteristic(), figure.level());
                    case LARGEST_IMBALANCE ->
                        figure.level() < 0 ? worstOfAll[0] : worst.get(figure.characteristic())[figure.level()];
                    case GUESSED_RIGHT -> right;
                    case DETERMINISTIC -> certain;
                    case LOSS -> loss.value();
                })
                .toArray();
    }

    /** How far the arms' counts, divided by their shares, lie apart. */
    private record Spread(List<Integer> ratio) {
        double ofAll(Tally tally) {
            double most = 0;
            double least = Double.MAX_VALUE;
            for (int arm = 0; arm < ratio.size(); arm++) {
                double count = (double) tally.inStratum(0, arm) / ratio.get(arm);
                most = Math.max(most, count);
                least = Math.min(least, count);
            }
            return most - least;
        }

        double of(Tally tally, int characteristic, int level) {
            double most = 0;
            double least = Double.MAX_VALUE;
            for (int arm = 0; arm < ratio.size(); arm++) {
                double count = (double) tally.atLevel(characteristic, level, arm) / ratio.get(arm);
                most = Math.max(most, count);
                least = Math.min(least, count);
            }
            return most - least;
        }
    }
}
