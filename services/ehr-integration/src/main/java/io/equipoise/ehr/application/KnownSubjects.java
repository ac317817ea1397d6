package io.equipoise.ehr.application;

import io.equipoise.contracts.SubjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subjects that enrolment told of. */
public interface KnownSubjects {

    /** Empty where enrolment has not told of such a subject, or not yet. */
    Optional<Known> find(SubjectId subject);

    /** A subject, and why nothing more may be taken in of it; null where it takes part. */
    record Known(SubjectId subject, @Nullable String left) {}
}
