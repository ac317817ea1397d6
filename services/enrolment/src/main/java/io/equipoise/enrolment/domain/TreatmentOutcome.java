package io.equipoise.enrolment.domain;

/** What became of a treatment before the study. Unknown is an answer of its own. */
public enum TreatmentOutcome {
    FAILED,
    HELPED,
    STOPPED_FOR_HARM,
    ONGOING,
    UNKNOWN
}
