package io.equipoise.contracts.envelope;

import io.equipoise.contracts.SubjectId;

/** What an envelope holds: what one subject is given. It never prints it. */
public record Enclosed(SubjectId subject, String arm, String title) {
    @Override
    public String toString() {
        return "Enclosed[" + subject + "]";
    }
}
