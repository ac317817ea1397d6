package io.equipoise.enrolment.domain;

/**
 * One of a study's places.
 *
 * @param number counts every taking of a place and is never given twice
 * @param ordinal the person's number among those enrolled; a released ordinal is given again
 */
public record Place(long number, int ordinal) {
    /** No place yet: asked with it, an enrolment is refused for want of a place alone, or for a better reason. */
    public static final Place NONE = new Place(0, 0);
}
