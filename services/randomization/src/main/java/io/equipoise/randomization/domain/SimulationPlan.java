package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.design.Chance;
import io.equipoise.randomization.domain.design.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A study's design tried out before anything is settled: on so many invented people, so many times.
 *
 * @param sites that are open, which stand for the levels of {@link Scheme#SITE} where none are given
 * @param levels how common the levels are of the factors named; those of the others are equally common
 */
public record SimulationPlan(
        Design study, Tried tried, List<Levels> levels, List<String> sites, int people, int trials) {
    /** The most people of a trial, and the most trials. */
    public static final int MOST = 10_000;

    /** What may be taken at once; a step is about a hundred nanoseconds of one processor. */
    public static final long STEPS = 20_000_000;

    /** What is tried: a design that decides at the moment, or blocks. */
    public sealed interface Tried {
        /** Decided at the moment. */
        record Decided(Parameters parameters) implements Tried {}

        /** Permuted blocks in each stratum, of sizes drawn evenly. */
        record Blocks(List<Integer> sizes) implements Tried {
            public Blocks {
                sizes = List.copyOf(sizes);
            }
        }
    }

    /** How common each level of a factor is, against the others. */
    public record Levels(String factor, List<Level> shares) {
        public Levels {
            shares = List.copyOf(shares);
        }
    }

    /** A level with its weight. */
    public record Level(String level, int weight) {}

    public SimulationPlan {
        levels = List.copyOf(levels);
        sites = List.copyOf(sites);
    }

    /** What stands in the way; a plan without one can be run. */
    public Optional<Refusal> obstacle() {
        return new SimulationCheck(this).obstacle();
    }

    /** Of people, the factors that they are told apart by, in the order of the simulation's characteristics. */
    public List<Design.Factor> characteristics() {
        return new Casting(this).factors();
    }

    public List<Simulation.Result> run(IntFunction<Chance> chance) {
        return new Casting(this).simulation().run(trials, chance);
    }
}
