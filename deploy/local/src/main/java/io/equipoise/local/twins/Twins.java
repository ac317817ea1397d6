package io.equipoise.local.twins;

import io.equipoise.local.client.Casting;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Exchange;
import io.equipoise.local.client.Options;
import io.equipoise.local.demo.AlertEar;
import io.equipoise.local.demo.Demonstration;
import io.equipoise.local.demo.Report;
import io.equipoise.local.demo.Trial;
import io.equipoise.local.simulate.Library;
import io.equipoise.local.simulate.StudyRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One of two runs for the proof of non-interference: the demonstration and six studies of the library, in a stack of its own.
 * The other run has the same seed, and every person on the other arm. Writes down what blinded people could see.
 */
public final class Twins {
    private static final String DEMONSTRATED = "NCT07146087";
    private static final String CROSSOVER = "MESEMS";
    private static final List<String> STUDIES =
            List.of(CROSSOVER, "NCT04213248", "NCT04276987", "NCT04356300", "NCT04602442", "NCT04134676");
    private static final String COPY = "T";
    private static final int PEOPLE = 4;
    private static final int PEOPLE_OF_THE_BOARD = 7;
    private static final long SETTLING = 5_000;

    private final Options options;
    private final Casting casting;
    private final LocalDate today;
    private final Doors doors;

    private Twins(Options options, Casting casting, LocalDate today) {
        this.options = options;
        this.casting = casting;
        this.today = today;
        this.doors = new Doors(options, "twin");
    }

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        var asked = Options.pairs(args);
        var casting = new Casting(Long.parseLong(asked.getOrDefault("--seed", "1")), asked.containsKey("--swapped"));
        var today = LocalDate.parse(
                asked.getOrDefault("--today", LocalDate.now(ZoneOffset.UTC).toString()));
        new Twins(Options.parse(args), casting, today)
                .run()
                .write(Path.of(Objects.requireNonNull(asked.get("--out"), "--out FILE")));
        System.exit(0);
    }

    private Seen run() {
        System.out.println("A run of seven studies" + (casting.swapped() ? ", everybody on the other arm" : ""));
        var from = Instant.now();
        var trial = new Trial(doors, new Report(), DEMONSTRATED, today, casting);
        try (var ear = new AlertEar(doors)) {
            Demonstration.run(trial, ear);
        }
        STUDIES.forEach(this::simulate);
        Doors.pause(SETTLING);
        var seen = new Seen(new Plain(from, Instant.now()));
        answers(seen);
        var around = new LookingAround(new Doors(options, "look"), seen);
        around.at(DEMONSTRATED, people(DEMONSTRATED, Trial.PEOPLE + 1));
        var held = trial.ofTheBoard().study();
        around.at(held, people(held, PEOPLE_OF_THE_BOARD));
        STUDIES.forEach(study -> around.at(study + COPY, people(study + COPY, PEOPLE)));
        new Traces(options).into(seen);
        return seen;
    }

    private void simulate(String study) {
        var library = new Library(doors, COPY, null, casting, CROSSOVER.equals(study) ? null : randomized());
        var line = new StudyRun(library, study, PEOPLE, casting.seed(), today).run();
        System.out.println("  " + line.text().strip());
        if (!line.right()) {
            System.out.println("      not as it should be: " + line.wrong());
        }
    }

    private static String randomized() {
        try (var in = Objects.requireNonNull(Twins.class.getResourceAsStream("/twins/randomized.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What commands were answered: the last answer to each, for how often one must ask again is chance. */
    private void answers(Seen seen) {
        var last = new LinkedHashMap<String, Exchange>();
        doors.seenByBlinded().stream()
                .filter(exchange -> !exchange.key().isEmpty())
                .forEach(exchange -> last.put(exchange.key(), exchange));
        last.values()
                .forEach(exchange -> seen.add(
                        "answers to commands",
                        exchange.account() + " " + exchange.path().replaceFirst("^https?://[^/]+", "") + " "
                                + exchange.status(),
                        exchange.body()));
    }

    private static List<String> people(String study, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> "%s-01-%04d".formatted(study, number))
                .toList();
    }
}
