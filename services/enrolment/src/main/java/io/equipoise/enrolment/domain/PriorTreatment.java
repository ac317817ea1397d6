package io.equipoise.enrolment.domain;

import org.jspecify.annotations.Nullable;

/**
 * A treatment before the study, kept with its dates as far as they are known and with what became of it.
 *
 * @param began a day, a month or a year, as precise as the source; null where the source gives none
 * @param ended the same
 * @param given how many times it was given; null where nobody counted
 */
public record PriorTreatment(
        String treatment,
        @Nullable String began,
        @Nullable String ended,
        @Nullable Integer given,
        TreatmentOutcome outcome,
        String source) {}
