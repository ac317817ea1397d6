package io.equipoise.adverseevent.domain;

/**
 * What one subject is given, by the code of the arm: known here only after a safety officer had the code broken. It never
 * prints itself, and is written at one length, so that not even what it is encrypted to tells one arm from another.
 */
public record Treatment(String padded) {
    /** The longest code of an arm, and the length at which each is written. */
    public static final int LENGTH = 40;

    public Treatment {
        var code = padded.strip();
        if (code.isEmpty() || code.length() > LENGTH) {
            throw new IllegalArgumentException("an arm's code has 1 to " + LENGTH + " letters");
        }
        padded = code + " ".repeat(LENGTH - code.length());
    }

    public String code() {
        return padded.strip();
    }

    @Override
    public String toString() {
        return "Treatment[hidden]";
    }
}
