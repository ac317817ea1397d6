package io.equipoise.randomization.application;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.SimulationPlan;
import io.equipoise.randomization.domain.SimulationPlan.Levels;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Chance;
import io.equipoise.randomization.domain.design.Figure;
import io.equipoise.randomization.domain.design.Simulation;
import io.equipoise.randomization.domain.design.Summary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The statistician tries a design out on invented people before anything is settled. Nothing is written. */
public final class TryingDesigns {
    private final Studies studies;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public TryingDesigns(Studies studies) {
        this.studies = studies;
    }

    /**
     * What is to be tried.
     *
     * @param seed of the invented people and arms; it has nothing to do with a study's seed
     */
    public record Wish(Tried tried, List<Levels> levels, int people, int trials, long seed) {
        public Wish {
            levels = List.copyOf(levels);
        }
    }

    /** How a wish ended. */
    public sealed interface Answer {
        record Found(List<Line> lines) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** One figure over all trials: of everybody, or of one level of a factor. */
    public record Line(
            Figure.Kind measure,
            @Nullable String factor,
            @Nullable String level,
            Summary summary) {}

    public Answer attempt(String study, Wish wish) {
        return studies.find(study)
                .map(standing -> attempt(
                        new SimulationPlan(
                                standing.design(),
                                wish.tried(),
                                wish.levels(),
                                List.copyOf(standing.zones().keySet()),
                                wish.people(),
                                wish.trials()),
                        wish.seed()))
                .orElseGet(
                        () -> new Answer.Refused(Refusal.unknown("STUDY_UNKNOWN", "We were told of no such study.")));
    }

    private Answer attempt(SimulationPlan plan, long seed) {
        var obstacle = plan.obstacle();
        if (obstacle.isPresent()) {
            return new Answer.Refused(obstacle.get());
        }
        var factors = plan.characteristics();
        oneAtATime.lock();
        try {
            return new Answer.Found(plan.run(chance(seed, plan.trials())).stream()
                    .map(result -> line(result, factors))
                    .toList());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Java's SplittableRandom: fast, the same on every machine, and no secret. No arm of a real person comes from it. */
    private static IntFunction<Chance> chance(long seed, int trials) {
        var seeds = new SplittableRandom(seed).longs(trials).toArray();
        return trial -> new SplittableRandom(seeds[trial])::nextLong;
    }

    private static Line line(Simulation.Result result, List<Design.Factor> factors) {
        var figure = result.figure();
        if (figure.level() < 0) {
            return new Line(figure.kind(), null, null, result.summary());
        }
        var factor = factors.get(figure.characteristic());
        return new Line(figure.kind(), factor.factor(), factor.levels().get(figure.level()), result.summary());
    }
}
