package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** A guardian's agreement to a version of the consent document, for a minor. */
public record GuardianConsent(String version, LocalDate givenOn, Guardian guardian) {}
