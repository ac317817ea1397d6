package io.equipoise.chaos;

import com.mongodb.client.MongoClients;
import io.equipoise.chaos.ledger.Ledger;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.trial.Catalogue;
import io.equipoise.chaos.trial.House;
import io.equipoise.chaos.trial.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs tests of the catalogue against the running stack: {@code Chaos <repository> <home> <test ...>}. */
public final class Chaos {
    private Chaos() {}

    public static void main(String[] args) throws Exception {
        var stack = Stack.of(
                Path.of(args[0]),
                Path.of(args[1]),
                Integer.parseInt(System.getenv().getOrDefault("EQUIPOISE_PORT_OFFSET", "0")));
        long seed = Long.parseLong(System.getenv().getOrDefault("CHAOS_SEED", "" + System.nanoTime() % 1_000_000));
        System.out.println("seed " + seed + " (CHAOS_SEED repeats it)");
        bound(Integer.parseInt(System.getenv().getOrDefault("CHAOS_SECONDS", "1800")));
        var verdicts = run(stack, List.of(args).subList(2, args.length), seed);
        System.exit(verdicts.stream().allMatch(Verdict::held) ? 0 : 1);
    }

    /** A run that does not come to an end in its time is incomplete, and that is a failure. */
    private static void bound(int seconds) {
        Thread.ofPlatform().daemon().start(() -> {
            Doors.pause(seconds * 1_000L);
            System.out.println("INCOMPLETE: not at its end after " + seconds + " s");
            Runtime.getRuntime().halt(3);
        });
    }

    private static List<Verdict> run(Stack stack, List<String> tests, long seed) throws Exception {
        var verdicts = new ArrayList<Verdict>();
        var file = stack.home().resolve("chaos/book.jsonl");
        try (var ledger = new Ledger(file, Clock.systemUTC());
                var mongo = MongoClients.create(stack.store())) {
            var doors = new Doors(stack.gateway(), stack.identity(), ledger);
            var house = new House(stack, ledger, doors, mongo, new Random(seed));
            for (var test : tests) {
                long begun = System.nanoTime();
                House.say("test " + test);
                var verdict = judged(test, house);
                verdict.figure("seed", seed).figure("seconds", (System.nanoTime() - begun) / 1_000_000_000);
                System.out.print(verdict.text());
                verdicts.add(verdict);
                write(stack, verdict);
            }
        }
        System.out.println("the table is in " + stack.home().resolve("chaos/report.md"));
        return verdicts;
    }

    /** A test that breaks off has not held. */
    private static Verdict judged(String test, House house) {
        try {
            return Catalogue.of(test).run(house);
        } catch (Exception e) {
            e.printStackTrace();
            var verdict = new Verdict(test, "broke off");
            verdict.found("the test comes to its end", e.toString());
            return verdict;
        }
    }

    /** Adds to the table, so that a run in parts has one. */
    private static void write(Stack stack, Verdict verdict) throws IOException {
        var file = stack.home().resolve("chaos/report.md");
        if (!Files.exists(file)) {
            Files.writeString(file, "| test | what | verdict | figures |\n|---|---|---|---|\n");
        }
        Files.writeString(file, verdict.row() + " " + Instant.now() + "\n", StandardOpenOption.APPEND);
    }
}
