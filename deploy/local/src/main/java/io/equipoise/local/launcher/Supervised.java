package io.equipoise.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A process that is started again when it dies, later each time that it dies soon. */
final class Supervised implements Runnable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final List<String> command;
    private final Path log;
    private final Path pid;
    private final AtomicInteger deaths = new AtomicInteger();
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Supervised(List<String> command, Path log, Path pid) {
        this.command = List.copyOf(command);
        this.log = log;
        this.pid = pid;
    }

    /** How often it has died although nobody stopped it. */
    int deaths() {
        return deaths.get();
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
                    deaths.incrementAndGet();
                    System.out.println(pid.getFileName() + ": ended with " + exit + "; starting it again in "
                            + pause.toMillis() + " ms");
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
            Files.deleteIfExists(pid);
        } catch (IOException e) {
            System.err.println(pid.getFileName() + ": cannot be started: " + e.getMessage());
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
