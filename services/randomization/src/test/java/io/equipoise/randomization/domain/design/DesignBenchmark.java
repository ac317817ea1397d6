package io.equipoise.randomization.domain.design;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Invented people a second; {@link DesignBenchmarkTest} runs it. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DesignBenchmark {
    static final int PEOPLE = 10_000;
    static final int[] LEVELS = {2, 3, 4, 5, 20};
    private static final int OF_A_TRIAL = 200;
    private static final int TRIALS = 50;
    private static final List<Integer> EVEN = List.of(1, 1);
    private static final long SEED = 20_260_312;

    /** Three arms, five factors. */
    @State(Scope.Benchmark)
    public static class Crowd {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private List<Newcomer> people = List.of();

        @Setup
        public void come() {
            people = IntStream.range(0, PEOPLE)
                    .mapToObj(n -> Newcomer.at(
                            IntStream.of(LEVELS).map(random::nextInt).boxed().toArray(Integer[]::new)))
                    .toList();
        }
    }

    /** How far apart counts are. */
    @State(Scope.Benchmark)
    public static class Measured {
        @Param({"RANGE", "VARIANCE", "STANDARD_DEVIATION"})
        public @Nullable Measure measure;

        private Minimization rule() {
            return new Minimization(
                    List.of(1, 1, 1), List.of(1, 1, 2, 2, 1), measure, Coin.PREFERRED, new Probability(4, 5));
        }
    }

    /** What is tried out before a study begins. */
    @State(Scope.Benchmark)
    public static class Tried {
        @Param({"BLOCKS", "EFRON", "URN", "MINIMIZATION"})
        public String design = "";

        private Simulation simulation() {
            var population = new Population(List.of(EVEN, EVEN));
            return switch (design) {
                case "BLOCKS" ->
                    of(population, new Sight(List.of(0, 1), List.of()), () -> new OpenBlocks(EVEN, List.of(4)));
                case "EFRON" -> of(population, Sight.OF_NOTHING, rule(new BiasedCoin(new Probability(2, 3))));
                case "URN" -> of(population, Sight.OF_NOTHING, rule(new Urn(2, 1, 1)));
                default ->
                    of(
                            population,
                            new Sight(List.of(), List.of(0, 1)),
                            rule(new Minimization(EVEN, EVEN, Measure.RANGE, Coin.PREFERRED, new Probability(4, 5))));
            };
        }

        private static Supplier<Giving> rule(Rule rule) {
            return () -> Giving.by(rule);
        }

        private static Simulation of(Population population, Sight sight, Supplier<Giving> design) {
            return new Simulation(EVEN, population, sight, design, OF_A_TRIAL);
        }
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public Object minimized(Crowd crowd, Measured measured) {
        var rule = measured.rule();
        var tally = new Tally(3, LEVELS.length);
        for (var person : crowd.people) {
            tally.add(person, rule.chances(tally, person).draw(crowd.random::nextLong));
        }
        return tally;
    }

    /** The raw limit: a number is drawn and everybody is counted, by no design. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public Object drawnAndCounted(Crowd crowd) {
        var tally = new Tally(3, LEVELS.length);
        for (var person : crowd.people) {
            tally.add(person, crowd.random.nextInt(3));
        }
        return tally;
    }

    @Benchmark
    @OperationsPerInvocation(OF_A_TRIAL * TRIALS)
    public Object simulated(Tried tried) {
        return tried.simulation().run(TRIALS, trial -> new SplittableRandom(trial)::nextLong);
    }
}
