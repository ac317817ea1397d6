package io.equipoise.randomization.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HMAC-SHA-256 (RFC 2104) keyed by a seed's digits, which never exceed the hash's block of 64 bytes. */
record HmacSha256(Seed seed) {
    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    byte[] of(String message) {
        return hash(OUTER, hash(INNER, message.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] hash(byte pad, byte[] text) {
        byte[] key = Arrays.copyOf(seed.bytes(), BLOCK);
        for (int at = 0; at < BLOCK; at++) {
            key[at] ^= pad;
        }
        var digest = Seed.digest();
        digest.update(key);
        return digest.digest(text);
    }
}
