package io.equipoise.imaging.adapter.dicom;

/** Unwinds the reader to {@link Part10}, which turns it into an answer. Never leaves the package. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Malformed(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
