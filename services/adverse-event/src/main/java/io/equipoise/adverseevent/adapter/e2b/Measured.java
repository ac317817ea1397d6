package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.application.Unreadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream after so many bytes, whatever its sender said about its length. */
final class Measured extends FilterInputStream {
    private final long most;
    private long read;

    Measured(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var many = super.read(into, from, length);
        count(Math.max(many, 0));
        return many;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new Unreadable("XML_TOO_LARGE", "a file may have up to " + (most >> 20) + " MB");
        }
    }
}
