package io.equipoise.ehr.domain;

import java.time.LocalDate;

/** A consent to one version of the consent document. */
public record GivenConsent(String version, LocalDate givenOn) {}
