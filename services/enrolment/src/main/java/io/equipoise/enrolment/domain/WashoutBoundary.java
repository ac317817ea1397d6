package io.equipoise.enrolment.domain;

/** Whether an event on the very first day of a washout window counts as inside it. It must be declared. */
public enum WashoutBoundary {
    EXCLUDES_WHEN_ON_BOUNDARY,
    PASSES_WHEN_ON_BOUNDARY
}
