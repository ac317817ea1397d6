package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** A person's agreement to one version of the consent document. */
public record Consent(String version, LocalDate givenOn) {}
