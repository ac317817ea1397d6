package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something taken of a person to be measured, by the site's own number.
 *
 * @param puncture that it was taken by; cerebrospinal fluid always names one
 */
public record Sample(
        String sample,
        Kind kind,
        LocalDate takenOn,
        @Nullable String puncture) {

    /** What it is. */
    public enum Kind {
        BLOOD,
        CEREBROSPINAL_FLUID
    }
}
