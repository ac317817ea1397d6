package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a study's places. */
public sealed interface PlaceCommand {

    /**
     * @param target of the study; null where the definition leaves it open
     * @param siteCap null where the site has none of its own
     */
    record TakePlace(
            SubjectId subject,
            @Nullable Integer target,
            @Nullable Integer siteCap) implements PlaceCommand {}

    record ReleasePlace(SubjectId subject, long number) implements PlaceCommand {}
}
