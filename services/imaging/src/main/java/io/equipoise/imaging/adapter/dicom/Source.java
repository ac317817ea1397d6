package io.equipoise.imaging.adapter.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file, fetched a block at a time, so that a file's size costs no memory. */
final class Source {
    private static final int BLOCK = 8192;
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;
    private static final long INT = 0xFFFF_FFFFL;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private long blockAt;

    Source(SeekableByteChannel channel) {
        this.channel = channel;
        block.limit(0);
        try {
            this.size = channel.size();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long size() {
        return size;
    }

    int u8(long at) {
        return held(at, 1).get((int) (at - blockAt)) & BYTE;
    }

    int u16(long at) {
        return held(at, Short.BYTES).getShort((int) (at - blockAt)) & SHORT;
    }

    long u32(long at) {
        return held(at, Integer.BYTES).getInt((int) (at - blockAt)) & INT;
    }

    /** The caller has checked that these bytes are there and are few. */
    ByteBuffer bytes(long at, int length) {
        var into = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (length <= BLOCK) {
            var from = held(at, length).duplicate();
            int start = (int) (at - blockAt);
            into.put(from.limit(start + length).position(start));
        } else {
            fill(into, at);
        }
        return into.flip();
    }

    private ByteBuffer held(long at, int length) {
        if (at < blockAt || at + length > blockAt + block.limit()) {
            block.clear();
            fill(block, at);
            block.flip();
            blockAt = at;
        }
        return block;
    }

    private void fill(ByteBuffer into, long at) {
        try {
            channel.position(at);
            while (into.hasRemaining()) {
                if (channel.read(into) < 0) {
                    break;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
