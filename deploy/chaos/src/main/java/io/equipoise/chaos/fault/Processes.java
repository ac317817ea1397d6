package io.equipoise.chaos.fault;

import io.equipoise.chaos.Stack;
import io.equipoise.chaos.load.Doors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The stack's processes, each by the id that its supervisor wrote down: only these are ever touched. */
public final class Processes {
    private static final Duration LONGEST_WAY_BACK = Duration.ofMinutes(2);

    private static final Duration ALL_BACK = Duration.ofMinutes(4);

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public Processes(Stack stack) {
        this.stack = stack;
    }

    public long pid(String name) {
        try {
            return Long.parseLong(Files.readString(stack.home().resolve("run/" + name + ".pid"))
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive(String name) {
        return ProcessHandle.of(pid(name)).map(ProcessHandle::isAlive).orElse(false);
    }

    /** kill -9: false if it was dead already. */
    public boolean kill(String name) {
        return ProcessHandle.of(pid(name)).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** SIGSTOP: it lives and does nothing. */
    public void freeze(String name) {
        signal("-STOP", name);
    }

    public void thaw(String name) {
        signal("-CONT", name);
    }

    private void signal(String signal, String name) {
        try {
            int exit = new ProcessBuilder("kill", signal, String.valueOf(pid(name)))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " " + name + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends these and keeps them away while the work is done; then they are started again. */
    public void without(List<String> names, Runnable work) {
        freeze("supervisor");
        try {
            names.forEach(this::kill);
            work.run();
        } finally {
            thaw("supervisor");
        }
    }

    /** How long until it is well again, in milliseconds; -1 if it was not within two minutes. */
    public long backAfter(String name, long dead) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_WAY_BACK.toNanos()) {
            if (restarted(name, dead) && well(name)) {
                return (System.nanoTime() - begun) / 1_000_000;
            }
            Doors.pause(50);
        }
        return -1;
    }

    private boolean restarted(String name, long dead) {
        try {
            return pid(name) != dead;
        } catch (UncheckedIOException | NumberFormatException beingWritten) {
            return false;
        }
    }

    /** It answers, and a service also says that it is well. */
    public boolean well(String name) {
        int port = stack.port(name);
        if (!Stack.SERVICES.contains(name) || name.equals("identity")) {
            return accepts(port);
        }
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public void awaitAllWell() {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < ALL_BACK.toNanos()) {
            if (Stack.INFRASTRUCTURE.stream().allMatch(this::well)
                    && Stack.SERVICES.stream().allMatch(this::well)) {
                return;
            }
            Doors.pause(200);
        }
        throw new IllegalStateException("not everything is well after " + ALL_BACK);
    }

    /** The arguments that a process was started with, to start another like it. */
    public List<String> arguments(String name) {
        try {
            var line = Files.readString(java.nio.file.Path.of("/proc/" + pid(name) + "/cmdline"));
            return List.of(line.split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
