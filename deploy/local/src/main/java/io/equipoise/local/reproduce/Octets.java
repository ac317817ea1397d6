package io.equipoise.local.reproduce;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bytes that a label has under a seed: HMAC-SHA-256 of label|0, label|1 and so on. */
final class Octets {
    private static final int NUMBER = 6;
    private static final BigInteger NUMBERS = BigInteger.TWO.pow(8 * NUMBER);
    private static final int VALUES = 256;

    private final String seed;
    private final String label;
    private int taken;
    private byte[] block = {};

    Octets(String seed, String label) {
        this.seed = seed.toLowerCase(Locale.ROOT);
        this.label = label;
    }

    private int next() {
        int place = taken % 32;
        if (place == 0) {
            block = hmac(label + "|" + taken / 32);
        }
        taken++;
        return block[place] & 0xff;
    }

    /** As lists are drawn: a byte at a time. */
    int below(int bound) {
        while (true) {
            int drawn = next();
            if (drawn < VALUES - VALUES % bound) {
                return drawn % bound;
            }
        }
    }

    /** As single arms are drawn: six bytes at a time. */
    BigInteger below(BigInteger bound) {
        while (true) {
            var number = BigInteger.ZERO;
            for (int n = 0; n < NUMBER; n++) {
                number = number.shiftLeft(8).add(BigInteger.valueOf(next()));
            }
            if (number.compareTo(NUMBERS.subtract(NUMBERS.mod(bound))) < 0) {
                return number.mod(bound);
            }
        }
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
