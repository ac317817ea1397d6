package io.equipoise.enrolment.domain;

/** Who may agree for a minor. Never a name. */
public enum Guardian {
    MOTHER,
    FATHER,
    LEGAL_GUARDIAN
}
