package io.equipoise.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running store: any Mongo driver reaches it at its uri, and what it acknowledged is there again after kill -9. */
public final class EmbeddedStore implements AutoCloseable {

    private static final int ACCEPTORS = 1;
    private static final int WORKERS = 64; // each waits for its commit, so that commits can be shared

    private final DurableBackend backend;
    private final MongoServer server;
    private final Runnable afterwards;

    private EmbeddedStore(DurableBackend backend, int port, Runnable afterwards) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        this.afterwards = afterwards;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ACCEPTORS, WORKERS);
    }

    /** Starts on a file, which is made if it is not there; port 0 is any free one; sync waits for the disk, too. */
    public static EmbeddedStore start(Path file, int port, boolean sync) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedStore(new DurableBackend(file, sync), port, () -> {});
    }

    /** Starts empty on a free port; nothing is left of it when it is closed. For tests. */
    public static EmbeddedStore temporary() {
        try {
            var directory = Files.createTempDirectory("embedded-store");
            var file = directory.resolve("store.mv");
            return new EmbeddedStore(new DurableBackend(file, false), 0, () -> delete(file, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path... paths) {
        for (var path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    DurableBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        server.shutdownNow();
        afterwards.run();
    }
}
