package io.equipoise.imaging.domain;

/** A question to the site or the reader that a fact raises; the fact stands all the same. */
public enum Query {
    /** Acquired on a day outside the calendar's window. */
    OUT_OF_WINDOW,
    /** No calendar, or a calendar without a window, was known when the scan came. */
    WINDOW_NOT_KNOWN,
    /** Not the modality that the protocol names. */
    OTHER_MODALITY,
    /** The reader sees another state of contrast than the image header says. */
    CONTRAST_DIFFERS
}
