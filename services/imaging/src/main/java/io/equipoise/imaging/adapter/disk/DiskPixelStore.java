package io.equipoise.imaging.adapter.disk;

import io.equipoise.imaging.application.PixelStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A directory: files come into {@code incoming} and are forced to disk there, then move in one step to the place that
 * their SHA-256 names. A crash leaves nothing half in its place, and the next start empties {@code incoming}. What is sent is
 * there only enciphered, until it is known what of it may be kept.
 */
public final class DiskPixelStore implements PixelStore {
    private static final int CHUNK = 65_536;

    private final Path kept;
    private final Path incoming;

    public DiskPixelStore(Path root) {
        this.kept = root.resolve("sha256");
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(kept);
            Files.createDirectories(incoming);
            try (var left = Files.newDirectoryStream(incoming)) {
                for (var file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException broken) {
            throw new Unavailable(broken);
        }
    }

    @Override
    public Original hold(InputStream sent, long most) throws IOException, TooLarge {
        var file = onDisk(() -> EncipheredFile.in(incoming));
        boolean whole = false;
        try {
            var digest = sha256();
            var chunk = new byte[CHUNK];
            long bytes = 0;
            for (int read = sent.read(chunk); read >= 0; read = sent.read(chunk)) {
                bytes += read;
                if (bytes > most) {
                    throw new TooLarge();
                }
                digest.update(chunk, 0, read);
                var piece = ByteBuffer.wrap(chunk, 0, read);
                onDisk(() -> file.write(piece));
            }
            whole = true;
            return new Held(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    /** Gone from the disk when it is closed, and unreadable from the start for whoever has only the disk. */
    private record Held(EncipheredFile content, String sha256, long bytes) implements Original {
        @Override
        public void close() {
            onDisk(() -> {
                content.close();
                return content;
            });
        }
    }

    @Override
    public Incoming takeIn(Writing content) {
        return onDisk(() -> {
            var file = Files.createTempFile(incoming, "part", ".dcm");
            boolean whole = false;
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var digest = sha256();
                var out = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), CHUNK);
                content.to(out);
                out.flush();
                channel.force(true);
                whole = true;
                return new Incoming(file, HexFormat.of().formatHex(digest.digest()), channel.size());
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
        });
    }

    @Override
    public void keep(List<Incoming> files) {
        for (var file : files) {
            var place = place(file.sha256());
            onDisk(() -> {
                Files.createDirectories(folder(place));
                return Files.move(
                        file.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            });
        }
        files.stream().map(file -> folder(place(file.sha256()))).distinct().forEach(this::forceFolder);
        forceFolder(kept);
    }

    @Override
    public void discard(List<Incoming> files) {
        for (var file : files) {
            onDisk(() -> Files.deleteIfExists(file.file()));
        }
    }

    /** Where the bytes of this digest are, or would be. */
    Path place(String sha256) {
        return kept.resolve(sha256.substring(0, 2)).resolve(sha256 + ".dcm");
    }

    private static Path folder(Path place) {
        var folder = place.getParent();
        if (folder == null) {
            throw new IllegalStateException(place + " is in no folder");
        }
        return folder;
    }

    private void forceFolder(Path folder) {
        onDisk(() -> {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return folder;
        });
    }

    private interface Doing<T> {
        T run() throws IOException;
    }

    private static <T> T onDisk(Doing<T> doing) {
        try {
            return doing.run();
        } catch (IOException broken) {
            throw new Unavailable(broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
