package io.equipoise.ehr.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Take in what a site's record tells of a subject.
 *
 * @param mapping by which codes became facts
 */
public record Receive(
        SubjectId subject,
        Identity identity,
        List<ScreeningFact> facts,
        @Nullable GivenConsent consent,
        String mapping,
        Instant toldAt)
        implements EhrCommand {
    public Receive {
        facts = List.copyOf(facts);
    }
}
