package io.equipoise.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between client and gateway, and now and then swallows an answer, cuts one in two, or cuts a request in two. */
public final class Proxy implements AutoCloseable {
    private static final int ONE_IN = 12;

    private final ServerSocket door;
    private final int target;
    private final Random random;
    private final AtomicInteger swallowed = new AtomicInteger();
    private final AtomicInteger cutAnswers = new AtomicInteger();
    private final AtomicInteger cutRequests = new AtomicInteger();

    public Proxy(int target, Random random) {
        this.target = target;
        this.random = new Random(random.nextLong());
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> requests(client, server));
                Thread.ofVirtual().start(() -> answers(client, server));
            } catch (IOException e) {
                // closed, or the gateway is away: the client sees a cut
            }
        }
    }

    private void requests(Socket client, Socket server) {
        try {
            var in = client.getInputStream();
            var out = server.getOutputStream();
            var buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (chance()) {
                    cutRequests.incrementAndGet();
                    out.write(buffer, 0, n / 2);
                    break;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the other side has cut
        } finally {
            reset(client);
            reset(server);
        }
    }

    private void answers(Socket client, Socket server) {
        try {
            var in = server.getInputStream();
            var out = client.getOutputStream();
            var buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (chance()) {
                    swallowed.incrementAndGet();
                    break;
                }
                if (chance()) {
                    cutAnswers.incrementAndGet();
                    out.write(buffer, 0, n / 2);
                    break;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // the other side has cut
        } finally {
            reset(client);
            reset(server);
        }
    }

    private synchronized boolean chance() {
        return random.nextInt(ONE_IN) == 0;
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
    }

    public String counts() {
        return swallowed + " answers swallowed, " + cutAnswers + " cut, " + cutRequests + " requests cut";
    }

    public int lost() {
        return swallowed.get() + cutAnswers.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
