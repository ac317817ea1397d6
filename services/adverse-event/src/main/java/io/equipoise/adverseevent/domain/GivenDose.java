package io.equipoise.adverseevent.domain;

import java.time.Instant;

/** A dose that this subject was really given, and from which pack. */
public record GivenDose(int dose, String kit, String packagingLot, Instant startedAt) {}
