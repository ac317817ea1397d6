package io.equipoise.imaging.adapter.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file too large to hold in memory that must not be on disk as it is: enciphered (AES-256 in counter mode) under a key that
 * is made with it, is nowhere but in memory, and is forgotten with it.
 */
final class EncipheredFile implements SeekableByteChannel {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;

    private final Path file;
    private final FileChannel channel;
    private final SecretKeySpec key;
    private long at;

    private EncipheredFile(Path file, FileChannel channel, SecretKeySpec key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    static EncipheredFile in(Path folder) throws IOException {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var file = Files.createTempFile(folder, "sent", ".enc");
        return new EncipheredFile(
                file,
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE),
                new SecretKeySpec(key, "AES"));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var sealed = ByteBuffer.allocate(into.remaining());
        int count = channel.read(sealed, at);
        if (count > 0) {
            into.put(applied(sealed.flip()));
            at += count;
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        var sealed = applied(from);
        int count = sealed.remaining();
        while (sealed.hasRemaining()) {
            at += channel.write(sealed, at);
        }
        return count;
    }

    /** Counter mode is its own inverse: the bytes at this place of the file, enciphered or back. */
    private ByteBuffer applied(ByteBuffer bytes) {
        try {
            var counter = ByteBuffer.allocate(BLOCK).putLong(0).putLong(at / BLOCK);
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter.array()));
            cipher.update(new byte[(int) (at % BLOCK)]);
            var out = ByteBuffer.allocate(bytes.remaining() + BLOCK);
            cipher.doFinal(bytes, out);
            return out.flip();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public SeekableByteChannel position(long to) {
        at = to;
        return this;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new UnsupportedOperationException("written once");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
