package io.equipoise.local.demo;

import io.equipoise.local.client.Casting;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Runs NCT07146087 from its registration to its last scan, as sites, scanner, pharmacist and safety officer would, through
 * the public doors. Dates lie in the past and end today. Ends with a table; exits non-zero if a line of it is wrong.
 */
public final class Demonstration {
    private static final String STUDY = "NCT07146087";

    private Demonstration() {}

    public static void main(String[] args) {
        System.setOut(new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8));
        var begun = Instant.now();
        var report = new Report();
        var run = "demo-" + Long.toString(begun.toEpochMilli(), 36);
        var doors = new Doors(Options.parse(args), run);
        var trial = new Trial(doors, report, freeName(doors, run), LocalDate.now(ZoneOffset.UTC), Casting.byChance());
        Trial.say("A trial from registration to its last scan: " + trial.study() + ", " + Trial.PEOPLE + " people, "
                + trial.opened() + " to " + trial.today());
        try (var ear = new AlertEar(doors)) {
            run(trial, ear);
            new ProofChapter(trial).run();
        }
        report.note("took " + Duration.between(begun, Instant.now()).toSeconds()
                + " s; a door was away and was knocked at again " + doors.knockedAgain() + " times");
        System.out.println(report.table());
        System.out.println(
                report.allRight()
                        ? "Every line is as it should be."
                        : "Some lines are not as they should be: see ✗ above.");
        System.exit(report.allRight() ? 0 : 1);
    }

    /** Everything that people do in the trial. */
    public static void run(Trial trial, AlertEar ear) {
        new DefinitionChapter(trial).run();
        new ScreeningChapter(trial).run();
        new StatusChapter(trial).run();
        new DosingChapter(trial).run();
        new SafetyChapter(trial, ear).run();
        new ImagingChapter(trial).run();
        new SusarChapter(trial).run();
        new BoardChapter(trial, ear).run();
    }

    /** The registered number, or, where an earlier demonstration has taken it, the number and a suffix. */
    private static String freeName(Doors doors, String run) {
        var taken = doors.get("ops-01", "/api/studies/" + STUDY).status() == 200;
        return taken ? STUDY + "R" + run.substring("demo-".length()).toUpperCase(Locale.ROOT) : STUDY;
    }
}
