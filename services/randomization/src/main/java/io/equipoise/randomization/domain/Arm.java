package io.equipoise.randomization.domain;

import java.util.Optional;

/**
 * What a subject is given, or what a kit holds: the secret of the study. It never prints itself, and it is always
 * written at one length, so that not even the size of what is encrypted tells one arm from another.
 */
public record Arm(String padded) {
    /** The longest name of an arm, and the length at which every arm is written. */
    public static final int LENGTH = 40;

    public Arm {
        var code = padded.strip();
        if (code.isEmpty()
                || code.length() > LENGTH
                || !code.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException("an arm's code has 1 to " + LENGTH + " printable ASCII letters");
        }
        padded = code + " ".repeat(LENGTH - code.length());
    }

    /** Empty where the text cannot be an arm's code. */
    public static Optional<Arm> read(String code) {
        return code.strip().matches("[!-~]{1," + LENGTH + "}") ? Optional.of(new Arm(code)) : Optional.empty();
    }

    public String code() {
        return padded.strip();
    }

    @Override
    public String toString() {
        return "Arm[hidden]";
    }
}
