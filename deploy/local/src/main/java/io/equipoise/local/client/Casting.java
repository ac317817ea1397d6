package io.equipoise.local.client;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How chance falls in a run, and which arm stands first. Two runs of one seed that differ in {@code swapped} give every
 * person the other arm of a 1:1 study, and must look alike to everybody who is blinded.
 */
public record Casting(long seed, boolean swapped) {
    private static final Pattern ARMS = Pattern.compile("(?m)^  arms:\\n((?:    - .*\\n)+)");

    /** As it happens to fall. */
    public static Casting byChance() {
        return new Casting(new SecureRandom().nextLong(), false);
    }

    /** The same numbers for the same purpose, whatever else was drawn before. */
    public Random chance(String purpose) {
        return new Random(seed ^ purpose.hashCode());
    }

    public <T> List<T> ordered(List<T> arms) {
        return swapped ? arms.reversed() : arms;
    }

    /** A definition in YAML with its arms in this order, one a line. */
    public String ordered(String definition) {
        return ARMS.matcher(definition)
                .replaceAll(found -> "  arms:\n"
                        + Matcher.quoteReplacement(
                                String.join("\n", ordered(found.group(1).lines().toList())))
                        + "\n");
    }
}
