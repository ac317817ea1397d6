package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** A minor's own answer, on a day. */
public record Assent(AssentAnswer answer, LocalDate on) {}
