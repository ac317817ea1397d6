package io.equipoise.imaging.adapter.dicom.stow;

import java.io.IOException;
import java.io.InputStream;

/** A stream with delimiters in it: gives what lies between them, without ever holding more than its buffer. */
final class DelimitedInput {
    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean atEnd;

    DelimitedInput(InputStream in, byte[] delimiter) {
        this.in = in;
        this.delimiter = delimiter.clone();
        // As if a line had just ended, so that a delimiter at the very start is one.
        buffer[to++] = '\r';
        buffer[to++] = '\n';
    }

    /** One byte, whether or not a delimiter begins there; -1 at the end. */
    int read() throws IOException {
        if (from == to) {
            fill();
        }
        return from == to ? -1 : buffer[from++] & 0xFF;
    }

    /** How many bytes lay before the delimiter, or before the end. */
    long skipToDelimiter() throws IOException {
        long skipped = 0;
        while (true) {
            int clear = clear();
            if (clear == 0) {
                return skipped;
            }
            from += clear;
            skipped += clear;
        }
    }

    /** Steps over the delimiter, if one is next. */
    boolean passDelimiter() throws IOException {
        if (atDelimiter()) {
            from += delimiter.length;
            return true;
        }
        return false;
    }

    boolean atDelimiter() throws IOException {
        return clear() == 0 && to - from >= delimiter.length;
    }

    InputStream untilDelimiter() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return clear() == 0 ? -1 : buffer[from++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                if (most == 0) {
                    return 0;
                }
                int count = Math.min(clear(), most);
                if (count == 0) {
                    return -1;
                }
                System.arraycopy(buffer, from, into, at, count);
                from += count;
                return count;
            }
        };
    }

    /** How many bytes from here are surely not of a delimiter; 0 where one begins here, or nothing is left. */
    private int clear() throws IOException {
        while (to - from < delimiter.length && !atEnd) {
            fill();
        }
        for (int at = from; at < to; at++) {
            if (buffer[at] == delimiter[0] && couldBegin(at)) {
                if (at + delimiter.length <= to || at > from) {
                    return at - from;
                }
                return 1;
            }
        }
        return to - from;
    }

    private boolean couldBegin(int at) {
        for (int i = 1; i < delimiter.length && at + i < to; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            atEnd = true;
        } else {
            to += count;
        }
    }
}
