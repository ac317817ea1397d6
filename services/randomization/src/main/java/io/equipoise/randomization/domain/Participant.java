package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What enrolment has told about a person.
 *
 * @param enrolledOn absent for somebody who is not enrolled, as far as we were told
 */
public record Participant(
        SubjectId subject, Stratum stratum, @Nullable LocalDate enrolledOn, boolean withdrawn) {}
