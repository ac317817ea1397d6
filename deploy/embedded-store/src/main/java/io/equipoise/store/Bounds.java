package io.equipoise.store;

import java.util.Arrays;

/** A range of index keys, both ends included. */
final class Bounds {

    static final Bounds ALL = new Bounds(new byte[0], new byte[] {(byte) 0xFE});

    private final byte[] from;
    private final byte[] to;

    Bounds(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    byte[] from() {
        return from;
    }

    byte[] to() {
        return to;
    }

    boolean isAll() {
        return from.length == 0;
    }

    static byte[] concat(byte[] first, byte... second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Behind everything that begins with these whole values: what follows a value begins with a tag, below 0xFF. */
    static byte[] after(byte[] prefix) {
        return concat(prefix, (byte) 0xFF);
    }

    static byte[] directed(byte[] component, boolean descending) {
        if (!descending) {
            return component;
        }
        byte[] inverted = new byte[component.length];
        for (int i = 0; i < component.length; i++) {
            inverted[i] = (byte) ~component[i];
        }
        return inverted;
    }
}
