package io.equipoise.contracts.envelope;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One person's share of an opening key; alone it says nothing about it. Written in groups of four digits with a check, so
 * that a slip of the pen is found. It never prints itself.
 *
 * @param key the id of the key that it is a share of
 */
public record OpeningShare(String key, int number, String hex) {
    /** How many people can hold a share of one key. */
    public static final int MOST = 255;

    private static final String FORM = "[0-9a-f]{8}[0-9a-f]{2}[0-9a-f]{64}[0-9a-f]{6}";
    private static final int KEY = 8;
    private static final int NUMBER = 10;
    private static final int CHECK = 74;
    private static final int CHECK_BITS = 0xffffff;

    public OpeningShare {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("shares are numbered from 1 to " + MOST);
        }
    }

    /** As it is written down: twenty groups of four digits. */
    public String text() {
        var digits = "%s%02x%s".formatted(key, number, hex);
        return (digits + check(digits)).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Empty where somebody has mistyped; spaces, dashes and capitals do not matter. */
    public static Optional<OpeningShare> parse(String text) {
        var digits = text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches(FORM) || !digits.substring(CHECK).equals(check(digits.substring(0, CHECK)))) {
            return Optional.empty();
        }
        int number = HexFormat.fromHexDigits(digits, KEY, NUMBER);
        return number == 0
                ? Optional.empty()
                : Optional.of(new OpeningShare(digits.substring(0, KEY), number, digits.substring(NUMBER, CHECK)));
    }

    private static String check(String digits) {
        var sum = new CRC32();
        sum.update(HexFormat.of().parseHex(digits));
        return "%06x".formatted(sum.getValue() & CHECK_BITS);
    }

    @Override
    public String toString() {
        return "OpeningShare[" + key + ", " + number + "]";
    }
}
