package io.equipoise.enrolment.domain;

/** What a minor who was asked said. */
public enum AssentAnswer {
    AGREES,
    REFUSES
}
