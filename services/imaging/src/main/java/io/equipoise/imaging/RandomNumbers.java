package io.equipoise.imaging;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Scan numbers that tell nothing: SC- and eight characters of Crockford's base 32, from the system's chance. */
final class RandomNumbers implements Supplier<String> {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom chance = new SecureRandom();

    @Override
    public String get() {
        var number = new StringBuilder("SC-");
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
