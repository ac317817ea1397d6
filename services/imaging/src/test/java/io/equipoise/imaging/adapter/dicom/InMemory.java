package io.equipoise.imaging.adapter.dicom;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that is an array. */
final class InMemory implements SeekableByteChannel {
    private final byte[] bytes;
    private int at;

    InMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) {
        if (at >= bytes.length) {
            return -1;
        }
        int count = Math.min(into.remaining(), bytes.length - at);
        into.put(bytes, at, count);
        at += count;
        return count;
    }

    @Override
    public SeekableByteChannel position(long to) {
        at = Math.toIntExact(to);
        return this;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
