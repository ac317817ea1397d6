package io.equipoise.enrolment.domain;

/** Where a person stands in the study. */
public enum Stage {
    SCREENING,
    ENROLLED,
    SCREEN_FAILED,
    WITHDRAWN
}
