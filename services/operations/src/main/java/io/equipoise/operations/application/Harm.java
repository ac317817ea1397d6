package io.equipoise.operations.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An adverse event as last told, the newest amendment included. */
public record Harm(
        String event,
        String subject,
        String site,
        String term,
        int grade,
        boolean serious,
        List<String> criteria,
        Instant onset,
        @Nullable String relation,
        @Nullable Integer dose,
        @Nullable String outcome) {
    public Harm {
        criteria = List.copyOf(criteria);
    }
}
