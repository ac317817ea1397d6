package io.equipoise.imaging.adapter.dicom.stow;

/** How many bytes of images one request may bring, and how many more for boundaries and part headers. */
public record UploadLimit(long bytes) {
    private static final long ALLOWANCE = 1024L * 1024;

    long allowance() {
        return ALLOWANCE;
    }
}
