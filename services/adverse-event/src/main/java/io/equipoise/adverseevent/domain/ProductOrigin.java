package io.equipoise.adverseevent.domain;

/**
 * From which donor the product of a kit is, or that it has none. Only product of cells has a donor, so that it can tell an
 * arm: it never prints itself, and is written at one length, so that not even what it is encrypted to tells one from another.
 */
public record ProductOrigin(String padded) {
    /** The longest code of a donor, and the length at which each origin is written. */
    public static final int LENGTH = 40;

    /** What stands where there is no donor; a code has no space in it. */
    private static final String NONE = "no donor";

    public ProductOrigin {
        var text = padded.strip();
        if (!text.equals(NONE) && !text.matches("[A-Za-z0-9-]{1," + LENGTH + "}")) {
            throw new IllegalArgumentException("a donor's code has 1 to " + LENGTH + " letters, digits and hyphens");
        }
        padded = text + " ".repeat(LENGTH - text.length());
    }

    /** Whether there is a donor: not of saline, nor of a lot whose donor nobody said. */
    public boolean hasDonor() {
        return !code().equals(NONE);
    }

    public String code() {
        return padded.strip();
    }

    @Override
    public String toString() {
        return "ProductOrigin[hidden]";
    }
}
