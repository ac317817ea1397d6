package io.equipoise.enrolment.domain;

/** The kinds of value that a study definition can ask for. */
public enum FactType {
    DATE,
    DATE_OR_NEVER,
    SCORE,
    NUMBER,
    CODE,
    YES_NO
}
