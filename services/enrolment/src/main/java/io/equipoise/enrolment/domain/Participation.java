package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a person in the study.
 *
 * @param version of the definition that the person follows; null before enrolment
 * @param forfeited the highest place number that will never enrol this person; 0 for none
 */
public record Participation(
        @Nullable LocalDate enrolledOn,
        @Nullable Place place,
        @Nullable Integer version,
        boolean treatmentStopped,
        long forfeited) {
    static final Participation NONE = new Participation(null, null, null, false, 0);

    Participation enrolled(LocalDate day, Place taken, int under) {
        return new Participation(day, taken, under, treatmentStopped, forfeited);
    }

    Participation moved(int to) {
        return new Participation(enrolledOn, place, to, treatmentStopped, forfeited);
    }

    Participation stopped() {
        return new Participation(enrolledOn, place, version, true, forfeited);
    }

    Participation forfeited(long number) {
        return new Participation(enrolledOn, place, version, treatmentStopped, Math.max(forfeited, number));
    }
}
