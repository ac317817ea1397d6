package io.equipoise.imaging.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;

/** Where images are kept, by the digest of their bytes. What is not kept is never seen. */
public interface PixelStore {

    /** A file that came in: on disk, digested, and visible to nobody. */
    record Incoming(Path file, String sha256, long bytes) {}

    /** A file as it was sent, to be looked at once. It is never on disk as it is: closed, nobody has it any more. */
    interface Original extends AutoCloseable {

        SeekableByteChannel content();

        String sha256();

        long bytes();

        @Override
        void close();
    }

    /** Writes a file. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Holds what is being sent.
     *
     * @param most bytes; the file that is longer is not taken
     * @throws IOException if the sender breaks off
     * @throws TooLarge if there are more bytes than that
     * @throws Unavailable if the disk does not take it
     */
    Original hold(InputStream sent, long most) throws IOException, TooLarge;

    /**
     * Takes in a file as it may be kept.
     *
     * @throws Unavailable if the disk does not take it
     */
    Incoming takeIn(Writing content);

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
