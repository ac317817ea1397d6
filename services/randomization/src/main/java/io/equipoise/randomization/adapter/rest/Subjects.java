package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Problem;

/** Subjects as they stand in a path. */
public final class Subjects {
    private Subjects() {}

    /** @throws Problem 404 for what cannot be a subject */
    public static SubjectId of(String path) {
        return SubjectId.parse(path)
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "SUBJECT_UNKNOWN", "A subject is written STUDY-SITE-0001; there is no such subject.")));
    }
}
