package io.equipoise.enrolment.domain;

/** Something told by a record system that could not be taken, and why. */
public record SetAside(String what, String value, String code, String why) {}
