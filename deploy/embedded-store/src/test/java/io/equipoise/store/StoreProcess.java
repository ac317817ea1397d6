package io.equipoise.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A store in a process of its own, which can be killed; it says at which port it is and how many index faults it found. */
final class StoreProcess {

    private final Process process;
    private final String uri;
    private final long faults;

    private StoreProcess(Process process, String uri, long faults) {
        this.process = process;
        this.uri = uri;
        this.faults = faults;
    }

    static StoreProcess start(Path file) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var ready = ready(process.inputReader(StandardCharsets.UTF_8));
        return new StoreProcess(process, ready[1], Long.parseLong(ready[2]));
    }

    private static String[] ready(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return line.split(" ", -1);
            }
        }
        throw new IOException("The store did not start");
    }

    String uri() {
        return uri;
    }

    long faults() {
        return faults;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws InterruptedException {
        var store = EmbeddedStore.start(Path.of(args[0]), 0, false);
        System.out.println("READY " + store.uri() + " " + IndexCheck.faults(store, "test"));
        Thread.currentThread().join();
    }
}
