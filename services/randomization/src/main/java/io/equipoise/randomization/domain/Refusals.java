package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;

/** Refusals that more than one command gives. Their words are the same for every arm. */
enum Refusals {
    ;
    static final Refusal WITHDRAWN = Refusal.conflict("SUBJECT_WITHDRAWN", "The subject has withdrawn.");
    static final Refusal NOT_ENROLLED =
            Refusal.conflict("NOT_ENROLLED", "The subject is not enrolled, as far as we were told.");
    static final Refusal STUDY_NOT_UNDER_WAY =
            Refusal.conflict("STUDY_NOT_UNDER_WAY", "The study is not active, or its status halts treatment.");

    static Refusal beforeEnrolment(LocalDate enrolledOn, String pointer) {
        return Refusal.invalid(
                "RANDOMIZED_BEFORE_ENROLMENT",
                "The subject was enrolled on %s; randomization follows.".formatted(enrolledOn),
                pointer);
    }
}
