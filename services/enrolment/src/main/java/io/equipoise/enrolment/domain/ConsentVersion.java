package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** A version of the consent document and the first day on which it may be signed. */
public record ConsentVersion(String version, LocalDate from) {}
