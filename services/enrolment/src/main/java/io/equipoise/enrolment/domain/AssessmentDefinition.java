package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a study measures of people.
 *
 * @param instrument null where the definition speaks of none, or leaves it open
 * @param open whether the definition speaks of an instrument without its name or its version: nothing is recorded then
 */
public record AssessmentDefinition(
        String assessment, String title, @Nullable Instrument instrument, boolean open) {

    /** Why nothing can be recorded of it yet, if so. */
    public Optional<Refusal> gap() {
        return open
                ? Optional.of(Refusal.conflict(
                        "INSTRUMENT_UNKNOWN",
                        "the definition leaves open by which instrument, and which version of it, " + assessment + " ("
                                + title + ") is assessed",
                        "/assessments/" + assessment + "/instrument"))
                : Optional.empty();
    }
}
