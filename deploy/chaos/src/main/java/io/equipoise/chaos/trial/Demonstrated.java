package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Checks;
import io.equipoise.chaos.fault.Kills;
import io.equipoise.chaos.load.Doors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Each service, the ways in, the broker and the store killed in turn while the demonstration runs: the same table. */
final class Demonstrated implements Trial {
    private static final List<String> TARGETS = List.of(
            "enrolment",
            "gateway",
            "randomization",
            "store",
            "identity",
            "dosing-schedule",
            "broker",
            "adverse-event",
            "imaging",
            "ehr-integration",
            "study-design",
            "operations");
    private static final int FIRST_MILLIS = 8_000;
    private static final int PAUSE_MILLIS = 9_000;
    private static final int AT_MOST_SECONDS = 280;

    @Override
    public Verdict run(House house) throws IOException, InterruptedException {
        var verdict = new Verdict("kills", "everything killed in turn while the demonstration runs");
        var log = house.stack().home().resolve("logs/demonstration.log");
        var demonstration = new ProcessBuilder(
                        house.stack().root().resolve("equipoise").toString(),
                        "demo",
                        "--against",
                        house.stack().gateway().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long begun = System.nanoTime();
        try (var killing = new Kills(house.processes())) {
            Doors.pause(FIRST_MILLIS);
            for (var name : TARGETS) {
                if (demonstration.isAlive()) {
                    House.say("kill -9 " + name);
                    killing.kill(name);
                    demonstration.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            boolean ended = demonstration.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS);
            verdict.must(ended, "the demonstration ends", "not after " + AT_MOST_SECONDS + " s");
            verdict.must(ended && demonstration.exitValue() == 0, "the same table", wrong(log));
            verdict.figure("kills", killing.count() + " " + killing.byName())
                    .figure("demonstration, s", (System.nanoTime() - begun) / 1_000_000_000);
            UnderLoad.ways(verdict, killing.waysBack());
            house.compare(verdict, Checks.withoutBook());
            verdict.bound(killing.count());
        } finally {
            demonstration.destroyForcibly();
        }
        return verdict;
    }

    private static String wrong(Path log) throws IOException {
        var said = new ArrayList<String>();
        for (var line : Files.readAllLines(log)) {
            if (line.contains("✗") || line.contains("Exception")) {
                said.add(line.strip());
            }
        }
        return said.stream().limit(8).toList() + " (see " + log + ")";
    }
}
