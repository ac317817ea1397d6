package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import org.jspecify.annotations.Nullable;

/** What is thought of an event; kept in the stream of the event. It never leaves this room. */
public sealed interface JudgementFact extends EventAddition {

    /** Somebody judged whether a product caused it. Earlier judgements, and those of the other assessor, stay. */
    record CausalityAssessed(
            String event,
            SubjectId subject,
            CausalityAssessment assessment,
            @Nullable String reason) implements JudgementFact {
        @Override
        public String words() {
            var said = assessment;
            var dose = said.dose() == null ? "" : ", dose " + said.dose();
            var route = said.route() == null ? "" : ", " + said.route();
            return "Caused by " + said.product() + route + dose + ": " + said.result() + " (" + said.assessor() + ", "
                    + said.method() + ")";
        }
    }

    /**
     * The sponsor held the event against the reference safety information that was in force at its onset.
     *
     * @param version of the safety information of that product
     * @param account the version of the site's account that was judged
     */
    record ExpectednessAssessed(
            String event,
            SubjectId subject,
            String product,
            String version,
            int account,
            Expectedness result,
            @Nullable String reason)
            implements JudgementFact {
        @Override
        public String words() {
            return result + " of " + product + " by safety information " + version;
        }
    }
}
