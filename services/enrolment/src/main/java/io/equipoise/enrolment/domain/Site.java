package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A site of a study; without a cap of its own only the study's target limits it. */
public record Site(String site, ZoneId zone, @Nullable Integer cap, LocalDate openedOn) {}
