package io.equipoise.local.simulate;

import io.equipoise.local.client.Casting;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs studies of the library through the public doors with invented people. A study with gaps stops where it must and
 * says why; with assumptions, each labelled as one, it runs. Ends with a line a study; exits non-zero if one is wrong.
 */
public final class Simulation {
    private static final String PEOPLE = "3";

    private Simulation() {}

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        var begun = Instant.now();
        var asked = asked(args);
        long seed = Long.parseLong(asked.getOrDefault("--seed", "" + begun.getEpochSecond()));
        var run = Long.toString(begun.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
        var doors = new Doors(Options.parse(args), "sim-" + run);
        var assume = asked.get("--assume");
        var library =
                new Library(doors, "S" + run, assume == null ? null : Path.of(assume), new Casting(seed, false), null);
        var lines = new ArrayList<Line>();
        var wanted = wanted(library, asked.getOrDefault("--study", ""));
        int people = Integer.parseInt(asked.getOrDefault("--subjects", PEOPLE));
        System.out.println("Simulating " + wanted.size() + (wanted.size() == 1 ? " study, " : " studies, ") + people
                + " people where one can run (in each cohort), seed " + seed);
        for (var study : wanted) {
            var line = new StudyRun(library, study, people, seed, LocalDate.now(ZoneOffset.UTC)).run();
            System.out.println("  " + (lines.size() + 1) + "/" + wanted.size() + " "
                    + line.text().strip());
            lines.add(line);
        }
        end(lines, begun, seed);
    }

    private static void end(List<Line> lines, Instant begun, long seed) {
        System.out.println();
        System.out.println(Line.heading());
        lines.forEach(line -> {
            System.out.println(line.text());
            line.wrong().stream().limit(3).forEach(wrong -> System.out.println("      not as it should be: " + wrong));
        });
        System.out.println("  " + lines.size() + " studies, seed " + seed + ", "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
        boolean right = !lines.isEmpty() && lines.stream().allMatch(Line::right);
        System.out.println(
                right ? "Every line is as it should be." : "Some lines are not as they should be: see ✗ above.");
        System.exit(right ? 0 : 1);
    }

    private static List<String> wanted(Library library, String study) {
        var all = library.studies();
        if (study.isEmpty()) {
            return all;
        }
        if (!all.contains(study)) {
            System.out.println("There is no study " + study + " in the library. It has: " + String.join(", ", all));
            System.exit(2);
        }
        return List.of(study);
    }

    private static Map<String, String> asked(String[] args) {
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "an option without its value: " + Arrays.asList(args).getLast());
        }
        return Options.pairs(args);
    }
}
