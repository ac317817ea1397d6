package io.equipoise.store;

import java.util.Arrays;

/** Bytes that are equal where they have the same content: a document's position, or a key of an index. */
final class Bytes {

    static final Bytes NONE = new Bytes();

    private final byte[] value;

    Bytes(byte... value) {
        this.value = value;
    }

    byte[] value() {
        return value;
    }

    Bytes and(byte... more) {
        return new Bytes(Bounds.concat(value, more));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }
}
