package io.equipoise.chaos.fault;

import io.equipoise.chaos.Stack;
import io.equipoise.chaos.load.Doors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** A second instance of a service, started as the first was, but at another port: two relays, two listeners, two sealers. */
public final class Second implements AutoCloseable {
    private static final int APART = 60;
    private static final int TRIES = 600;

    private final Process process;

    private Second(Process process) {
        this.process = process;
    }

    /** Returns when it listens. */
    public static Second of(Stack stack, String service) {
        int port = stack.port(service) + APART;
        var command = new Processes(stack)
                .arguments(service).stream()
                        .map(a -> a.startsWith("--server.port=") ? "--server.port=" + port : a)
                        .toList();
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(stack.home()
                            .resolve("logs/" + service + "-second.log")
                            .toFile())
                    .start();
            var second = new Second(process);
            second.await(port);
            return second;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(int port) {
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Doors.pause(100);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the second instance does not listen at " + port);
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
