package io.equipoise.operations.application;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A place that enrols people, with the zone in which its civil days are counted. */
public record Site(
        String site,
        String name,
        @Nullable String country,
        ZoneId zone,
        @Nullable Integer cap,
        LocalDate openedOn) {}
