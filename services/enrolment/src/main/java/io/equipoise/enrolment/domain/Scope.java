package io.equipoise.enrolment.domain;

/** How far a withdrawal goes: from treatment alone, with follow-up going on, or from the study. */
public enum Scope {
    TREATMENT,
    STUDY
}
