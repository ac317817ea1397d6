package io.equipoise.randomization.domain;

import java.time.LocalDate;

/** The place that a randomized subject took on the list, counted from 1 in the stratum, and what stands there. */
public record Seat(String stratum, int position, int ordinal, LocalDate randomizedOn, Arm arm) {}
