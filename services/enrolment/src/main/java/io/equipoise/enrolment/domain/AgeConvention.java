package io.equipoise.enrolment.domain;

/** How a study counts age at a boundary. It must be declared: nobody guesses it. */
public enum AgeConvention {
    /** Completed years, both ends inclusive: 65 lasts until the day before the 66th birthday. */
    COMPLETED_YEARS_INCLUSIVE
}
