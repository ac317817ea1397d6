package io.equipoise.adverseevent.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about the judgement of an event. */
public sealed interface JudgementCommand {

    @Nullable
    String reason();

    /**
     * Put on record whether a product caused it.
     *
     * @param products that the study's definition names
     */
    record AssessCausality(
            CausalityAssessment assessment, @Nullable String reason, Set<String> products, Known known)
            implements JudgementCommand {
        public AssessCausality {
            products = Set.copyOf(products);
        }
    }

    /**
     * Put on record whether it was to be expected.
     *
     * @param version of the safety information that the assessor has looked at
     * @param inForce the version that was in force at the onset; absent where there was none
     */
    record AssessExpectedness(
            String product,
            String version,
            Expectedness result,
            @Nullable String reason,
            @Nullable SafetyInformationVersion inForce)
            implements JudgementCommand {}
}
