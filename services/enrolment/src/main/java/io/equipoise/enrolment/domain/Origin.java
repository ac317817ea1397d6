package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a new screening follows from.
 *
 * @param earlier the failed attempt before it; null for a first screening
 */
public record Origin(@Nullable Earlier earlier, @Nullable String invitation) {
    public static final Origin FIRST = new Origin(null, null);

    /** A screening that failed. */
    public record Earlier(SubjectId subject, int attempt, LocalDate failedOn) {}
}
