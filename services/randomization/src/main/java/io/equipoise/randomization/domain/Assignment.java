package io.equipoise.randomization.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A decision of another system about one subject. It never prints itself: its own number may tell the arm as well.
 *
 * @param strata by factor, as the other system knows them; empty where it does not say
 * @param randomizationId of the other system, unique in the study
 * @param source which system
 */
public record Assignment(
        String arm, Map<String, String> strata, String randomizationId, String source, Instant assignedAt) {
    public Assignment {
        strata = Map.copyOf(strata);
    }

    @Override
    public String toString() {
        return "Assignment[hidden]";
    }
}
