package io.equipoise.enrolment.domain;

import org.jspecify.annotations.Nullable;

/**
 * The status that a study has, as of when, and why.
 *
 * @param asOf a day, a month or a year, as precise as whoever said so
 */
public record Standing(
        Recruitment status, @Nullable String asOf, @Nullable String reason) {

    String said() {
        return "its status is " + status + (asOf == null ? "" : " as of " + asOf)
                + (reason == null || reason.isBlank() ? "" : " (" + reason + ")");
    }
}
