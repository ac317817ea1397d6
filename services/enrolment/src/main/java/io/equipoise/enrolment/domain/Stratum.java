package io.equipoise.enrolment.domain;

import java.util.List;

/**
 * A factor by which a study stratifies, and the screening fact that it is read from.
 *
 * @param levels its legal levels; none listed means any
 */
public record Stratum(String stratum, String fact, List<String> levels) {
    public Stratum {
        levels = List.copyOf(levels);
    }

    boolean isLevel(String value) {
        return levels.isEmpty() || levels.contains(value);
    }
}
