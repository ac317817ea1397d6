package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints how many people a second are randomized, beside drawing and counting alone, and beside base R where it is
 * installed. Every build sees that it runs; {@code -Dbenchmark=true} gives figures that stand: a process of its own for
 * each, warmed up, five seconds, with JMH's error.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DesignBenchmarkTest {
    private static final boolean WHOLE = Boolean.getBoolean("benchmark");
    private static final int PEOPLE_OF_R = WHOLE ? 20_000 : 500;

    @TempDir
    Path directory;

    @BeforeAll
    static void another_build_beside_this_one_may_measure_too() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void people_a_second() throws Exception {
        var results = run();
        var raw = score(results, "drawnAndCounted");
        assertThat(raw).isPositive();
        assertThat(results).hasSize(8);
        results.forEach(result -> System.out.printf(
                "figure: %s: %,.0f people a second%s; drawing and counting alone is %.1f times that%n",
                name(result),
                result.getPrimaryResult().getScore(),
                WHOLE ? " (within %,.0f)".formatted(result.getPrimaryResult().getScoreError()) : "",
                raw / result.getPrimaryResult().getScore()));
        if (RScript.isInstalled()) {
            double inR = inR();
            assertThat(inR).isPositive();
            System.out.printf(
                    "figure: base R minimizes %,.0f people a second by range; ours is %,.0f times that%n",
                    inR, score(results, "minimized RANGE") / inR);
        }
    }

    private static Collection<RunResult> run() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(DesignBenchmark.class.getName())
                        .forks(WHOLE ? 1 : 0)
                        .warmupIterations(WHOLE ? 3 : 0)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(WHOLE ? 5 : 1)
                        .measurementTime(WHOLE ? TimeValue.seconds(1) : TimeValue.milliseconds(50))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> name(result).equals(name))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }

    /** Such as "minimized RANGE". */
    private static String name(RunResult result) {
        var params = result.getParams();
        var method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        return params.getParamsKeys().stream()
                .map(params::getParam)
                .reduce(method, (name, value) -> name + " " + value);
    }

    /** The same algorithm, by range and with a preferred arm, over the same factors. */
    private double inR() throws IOException, InterruptedException {
        try (var script = getClass().getResourceAsStream("/minimization.R")) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return Double.parseDouble(RScript.lines(directory, "people <- " + PEOPLE_OF_R + "\n" + text)
                    .getLast());
        }
    }
}
