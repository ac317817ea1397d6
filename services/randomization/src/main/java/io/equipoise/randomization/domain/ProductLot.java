package io.equipoise.randomization.domain;

/** The manufacturer's lot of what is in a kit. It can tell the arm, so it is hidden and written at one length like an arm. */
public record ProductLot(String padded) {
    /** The longest lot name, and the length at which every lot is written. */
    public static final int LENGTH = 64;

    public ProductLot {
        var lot = padded.strip();
        if (!isLot(lot)) {
            throw new IllegalArgumentException("a lot has 1 to " + LENGTH + " printable ASCII letters");
        }
        padded = lot + " ".repeat(LENGTH - lot.length());
    }

    public static boolean isLot(String text) {
        return text.strip().matches("[ -~]{1," + LENGTH + "}");
    }

    public String text() {
        return padded.strip();
    }

    @Override
    public String toString() {
        return "ProductLot[hidden]";
    }
}
