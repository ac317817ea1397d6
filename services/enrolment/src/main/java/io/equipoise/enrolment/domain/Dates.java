package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A day that somebody wrote down, under the name of its field, and what can be wrong with it. */
record Dates(String field, LocalDate day) {

    static Optional<Refusal> notInTheFuture(String field, LocalDate day, LocalDate today) {
        return new Dates(field, day).after(today);
    }

    private Optional<Refusal> after(LocalDate today) {
        return day.isAfter(today)
                ? Optional.of(
                        Refusal.invalid("IN_THE_FUTURE", field + " is " + day + ", and today is " + today, "/" + field))
                : Optional.empty();
    }

    /** Against a day that must have come first. */
    Optional<Refusal> before(LocalDate first, String what) {
        return day.isBefore(first)
                ? Optional.of(Refusal.invalid(
                        "DATES_OUT_OF_ORDER", field + " is " + day + ", before " + what + " on " + first, "/" + field))
                : Optional.empty();
    }
}
