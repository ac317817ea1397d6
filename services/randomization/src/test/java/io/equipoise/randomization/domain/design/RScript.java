package io.equipoise.randomization.domain.design;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Base R where Debian puts it (packages r-base-core and r-cran-digest). */
final class RScript {
    private static final Path RSCRIPT = Path.of("/usr/bin/Rscript");
    private static final Path DIGEST = Path.of("/usr/lib/R/site-library/digest");
    private static final long MINUTES = 4;

    private RScript() {}

    static boolean isInstalled() {
        return Files.isExecutable(RSCRIPT) && Files.isDirectory(DIGEST);
    }

    static void assumeInstalled() {
        assumeTrue(isInstalled(), "R (Debian packages r-base-core, r-cran-digest) is not installed: nothing compared");
    }

    /** What a script prints, by line; what it says beside that counts too, so that a warning is seen. */
    static List<String> lines(Path directory, String script) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("script.R"), script);
        var said = directory.resolve("said.txt");
        var running = new ProcessBuilder(RSCRIPT.toString(), "--vanilla", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            throw new IllegalStateException("R has said nothing for " + MINUTES + " minutes");
        }
        var lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        if (running.exitValue() != 0) {
            throw new IllegalStateException("R ended with " + running.exitValue() + ": " + lines);
        }
        return lines;
    }
}
