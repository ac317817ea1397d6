package io.equipoise.randomization.domain;

import org.jspecify.annotations.Nullable;

/**
 * From which donor the product in a kit comes. Only product of cells has one, so that it can tell an arm: it never prints
 * itself, and it is always written at one length, where there is no donor too.
 */
public record ProductOrigin(String padded) {
    /** The longest code of a donor, and the length at which every origin is written. */
    public static final int LENGTH = 40;

    /** What stands where there is no donor; a code has no space in it. */
    public static final ProductOrigin NO_DONOR = new ProductOrigin("no donor");

    public ProductOrigin {
        var text = padded.strip();
        if (!isCode(text) && !text.equals("no donor")) {
            throw new IllegalArgumentException("a donor's code has 1 to " + LENGTH + " letters, digits and hyphens");
        }
        padded = text + " ".repeat(LENGTH - text.length());
    }

    /** Whether it can be a donor's code: long enough for the Single European Code (Directive (EU) 2015/565). */
    public static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9-]{1," + LENGTH + "}");
    }

    static ProductOrigin of(@Nullable String code) {
        return code == null ? NO_DONOR : new ProductOrigin(code);
    }

    @Override
    public String toString() {
        return "ProductOrigin[hidden]";
    }
}
