package io.equipoise.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A stack whose ports are free. */
public final class FreePorts {

    private FreePorts() {}

    public static Stack stack(Path home) throws IOException {
        return Stack.at(home, offset());
    }

    /** By how much to move all ports, so that each is free. */
    static int offset() throws IOException {
        for (int offset = 3_000; offset < 30_000; offset += 700) {
            var stack = Stack.at(Path.of("."), offset);
            if (stack.ports().stringPropertyNames().stream().allMatch(name -> isFree(stack.port(name)))) {
                return offset;
            }
        }
        throw new IOException("No range of ports is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
