package io.equipoise.adverseevent.application;

/** A file that is not read any further, and why, in words that its sender can act on. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public Unreadable(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** XML_TOO_LARGE, XML_DOCTYPE, XML_TOO_DEEP, XML_BROKEN or NOT_E2B. */
    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
