package io.equipoise.enrolment.domain;

/** What can be said of a criterion. Not assessed is an answer of its own: it is neither yes nor no. */
public enum Answer {
    MET,
    NOT_MET,
    NOT_ASSESSED
}
