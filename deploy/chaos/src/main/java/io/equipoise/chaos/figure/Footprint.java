package io.equipoise.chaos.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a Java process holds just now.
 *
 * @param live bytes of the heap that are still in use after a full collection
 * @param resident bytes of memory as the system counts them
 * @param threads platform threads; virtual ones are in the heap
 * @param files open files and connections
 */
public record Footprint(long live, long resident, long threads, long files) {

    public static Footprint of(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        histogram.waitFor();
        var total = lines[lines.length - 1].strip().split(" +");
        if (!total[0].equals("Total")) {
            throw new IOException("jcmd said " + String.join(" ", total));
        }
        return new Footprint(
                Long.parseLong(total[total.length - 1]),
                status(pid, "VmRSS:") * 1_024,
                status(pid, "Threads:"),
                count(Path.of("/proc/" + pid + "/fd")));
    }

    private static long status(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(-1);
    }

    private static long count(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return all.count();
        }
    }

    /** What each of so many added. */
    public String each(Footprint before, int many) {
        return String.format(
                Locale.ROOT,
                "%.1f KB of heap, %.1f KB resident, %.2f files, %.3f threads each (heap now %d MB, resident %d MB)",
                (live - before.live) / 1024.0 / many,
                (resident - before.resident) / 1024.0 / many,
                (files - before.files) / (double) many,
                (threads - before.threads) / (double) many,
                live >> 20,
                resident >> 20);
    }
}
