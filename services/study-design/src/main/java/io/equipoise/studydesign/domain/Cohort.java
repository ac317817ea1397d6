package io.equipoise.studydesign.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dose group or level, into which a person is put by a recorded decision. No size means that nobody said one. */
record Cohort(String cohort, @Nullable Integer size) {
    static List<Cohort> of(Definition study) {
        return study.list("/design/cohorts/value").stream()
                .map(item -> new Cohort(
                        String.valueOf(item.get("cohort")), item.get("size") instanceof Integer size ? size : null))
                .toList();
    }
}
