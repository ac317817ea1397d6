package io.equipoise.imaging.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Where images are kept, by the digest of their bytes. What is not kept is never seen. */
public interface PixelStore {

    /** A file that came in: on disk, digested, and visible to nobody. */
    record Incoming(Path file, String sha256, long bytes) {}

    /**
     * Takes a file in.
     *
     * @param most bytes; the file that is longer is not taken
     * @throws IOException if the sender breaks off
     * @throws TooLarge if there are more bytes than that
     * @throws Unavailable if the disk does not take it
     */
    Incoming takeIn(InputStream content, long most) throws IOException, TooLarge;

    /** Keeps the files for good, before anybody is told that they were received. */
    void keep(List<Incoming> files);

    /** Forgets files that were taken in and not kept. */
    void discard(List<Incoming> files);

    /** More bytes than are taken. */
    final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        public TooLarge() {
            super("more bytes than are taken", null, false, false);
        }
    }

    /** The disk is full or broken: our trouble, not the sender's. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("the image store does not take a file", cause);
        }
    }
}
