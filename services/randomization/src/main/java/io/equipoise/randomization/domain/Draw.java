package io.equipoise.randomization.domain;

import io.equipoise.randomization.domain.design.Chance;

/**
 * The one fair number that a label has under a seed, the same on every machine: the bytes of HMAC-SHA-256(seed, label|0),
 * then label|1 and so on, six at a time as a number, the greatest byte first; a number in the surplus over whole multiples
 * of the bound is passed over.
 */
record Draw(HmacSha256 hmac, String label) implements Chance {
    private static final int BYTES = 6;
    private static final int BITS = 8;
    private static final int BLOCK = 32;
    private static final long VALUES = 1L << (BYTES * BITS);

    @Override
    public long below(long bound) {
        if (bound < 1 || bound > VALUES) {
            throw new IllegalArgumentException("a bound is 1 to 2 to the power of " + BYTES * BITS);
        }
        long fair = VALUES - VALUES % bound;
        var bytes = new byte[BLOCK];
        long number = 0;
        for (long n = 0; ; n++) {
            int place = (int) (n % BLOCK);
            if (place == 0) {
                bytes = hmac.of(label + "|" + n / BLOCK);
            }
            number = number << BITS | Byte.toUnsignedLong(bytes[place]);
            if ((n + 1) % BYTES == 0) {
                if (number < fair) {
                    return number % bound;
                }
                number = 0;
            }
        }
    }
}
