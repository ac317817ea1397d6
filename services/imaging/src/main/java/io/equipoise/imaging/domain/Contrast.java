package io.equipoise.imaging.domain;

/** Whether a contrast agent was given for the images. Unknown is a value: an empty header proves nothing. */
public enum Contrast {
    GIVEN,
    NOT_GIVEN,
    UNKNOWN
}
