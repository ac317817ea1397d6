package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a person came to this screening.
 *
 * @param attempt counted from 1
 * @param rescreenOf the number of the attempt before, which failed
 * @param failedOn when this screening failed
 * @param rescreenedAs the number of the attempt after
 */
public record Arrival(
        LocalDate screenedOn,
        int attempt,
        @Nullable SubjectId rescreenOf,
        @Nullable String invitation,
        @Nullable LocalDate failedOn,
        @Nullable SubjectId rescreenedAs) {

    Arrival failed(LocalDate day) {
        return new Arrival(screenedOn, attempt, rescreenOf, invitation, day, rescreenedAs);
    }

    Arrival rescreened(SubjectId as) {
        return new Arrival(screenedOn, attempt, rescreenOf, invitation, failedOn, as);
    }
}
