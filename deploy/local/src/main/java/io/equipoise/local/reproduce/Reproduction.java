package io.equipoise.local.reproduce;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * As the statistician, through the public doors: whether every arm of a study is what its seed gives, and whether the
 * seed is the one that was committed to. Ends with 0 if so, 1 if not, 2 if there is nothing to recompute.
 */
public final class Reproduction {
    private static final String STATISTICIAN = "sta-01";
    private static final String ROW = "%8s  %-30s %-28s %8s  %-20s %-20s %s%n";

    private static final List<String> COLUMNS = List.of("ordinal", "subject", "site", "stratum", "position", "arm");

    private final Doors doors;
    private final String study;

    private Reproduction(Doors doors, String study) {
        this.doors = doors;
        this.study = study;
    }

    public static void main(String[] arguments) throws IOException {
        var given = Arrays.asList(arguments);
        var study = given.get(given.indexOf("--study") + 1);
        var reproduction = new Reproduction(new Doors(Options.parse(arguments), "reproduce"), study);
        if (given.contains("--csv")) {
            reproduction.write(Path.of(given.get(given.indexOf("--csv") + 1)));
        }
        System.exit(reproduction.run());
    }

    /** The allocations as a table for other programs. It tells every arm: whoever writes it keeps it. */
    private void write(Path file) throws IOException {
        var table = new StringBuilder("randomization,ordinal,subject,site,stratum,position,arm\n");
        for (var randomization : get("allocation-scheme").body().path("randomizations")) {
            for (var each : randomization.path("allocations")) {
                table.append(randomization.path("randomization").asString())
                        .append(',')
                        .append(COLUMNS.stream()
                                .map(name -> quoted(each.path(name).asString()))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        Files.writeString(file, table);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private int run() {
        var scheme = get("allocation-scheme");
        var shown = get("seed");
        if (!scheme.accepted() || !shown.accepted()) {
            System.out.println(study + ": " + (scheme.accepted() ? shown : scheme).detail());
            return 2;
        }
        var seed = shown.text("seed");
        boolean agrees = isCommitted(seed);
        boolean anything = false;
        for (var randomization : scheme.body().path("randomizations")) {
            var recomputation = new Recomputation(study, seed, randomization);
            System.out.println("Randomization "
                    + randomization.path("randomization").asString() + ", " + recomputation.algorithm());
            if (recomputation.isFromSeed()) {
                anything = true;
                agrees &= table(recomputation);
            } else {
                System.out.println("The list was brought and not drawn here: nothing to recompute.");
            }
        }
        return !agrees ? 1 : anything ? 0 : 2;
    }

    private boolean isCommitted(String seed) {
        var commitment = get("seed-commitment");
        if (commitment.status() == 404) {
            System.out.println("The study committed to no seed.");
            return true;
        }
        boolean same = commitment.text("sha256").equals(sha256(seed));
        System.out.println(
                "The seed is " + (same ? "" : "NOT ") + "the one that was committed to: " + commitment.text("sha256"));
        return same;
    }

    private static boolean table(Recomputation recomputation) {
        System.out.printf(ROW, "ordinal", "subject", "stratum", "position", "recorded", "recomputed", "");
        var lines = recomputation.lines();
        lines.forEach(line -> System.out.printf(
                ROW,
                line.ordinal(),
                line.subject(),
                line.stratum(),
                line.position(),
                line.recorded(),
                line.recomputed(),
                line.agrees() ? "same" : "DIFFERENT"));
        long different = lines.stream().filter(line -> !line.agrees()).count();
        System.out.println(lines.size() + " allocations, " + different + " different.");
        return different == 0;
    }

    private Answer get(String what) {
        return doors.get(STATISTICIAN, "/api/studies/" + study + "/" + what);
    }

    private static String sha256(String seed) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(seed.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
