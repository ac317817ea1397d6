package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** From when on sites may work by a version of the definition. */
public record Activation(int version, LocalDate activatedOn) {}
