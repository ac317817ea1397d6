package io.equipoise.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that is started again when it dies, later each time that it dies soon. */
final class Supervised implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final String name;
    private final List<String> command;
    private final Path log;
    private final Path pid;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Supervised(String name, List<String> command, Path logs, Path run) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = logs.resolve(name + ".out");
        this.pid = run.resolve(name + ".pid");
    }

    @Override
    public void run() {
        var pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                long begun = System.nanoTime();
                int exit = runOnce();
                boolean steady = System.nanoTime() - begun > STEADY.toNanos();
                pause = steady ? FIRST_PAUSE : pause;
                if (!stopping) {
                    System.out.println(
                            name + " ended with " + exit + "; starting it again in " + pause.toMillis() + " ms");
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
            Files.deleteIfExists(pid);
        } catch (IOException e) {
            System.err.println(name + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        Process started;
        synchronized (this) {
            if (stopping) {
                return 0;
            }
            started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
        }
        Files.writeString(pid, String.valueOf(started.pid()));
        return started.waitFor();
    }

    /** Asks it to end and, if it does not, ends it. */
    void stop() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        if (last == null) {
            return;
        }
        last.destroy();
        try {
            if (!last.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
