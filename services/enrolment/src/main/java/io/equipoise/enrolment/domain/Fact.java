package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** Something observed about a person, as text, with the day of the observation and where it comes from. */
public record Fact(String fact, String value, LocalDate observedOn, String source) {}
