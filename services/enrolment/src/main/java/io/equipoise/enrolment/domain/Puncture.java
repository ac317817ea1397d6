package io.equipoise.enrolment.domain;

import java.time.LocalDate;

/** A lumbar puncture, by the site's own number. */
public record Puncture(String puncture, LocalDate on, String needleGauge, String spinalLevel) {}
