package io.equipoise.randomization.domain;

/** One place of an uploaded list: the stratum by its key, the place in it from 1, and what stands there. */
public record ListRow(String stratum, int position, Arm arm) {}
