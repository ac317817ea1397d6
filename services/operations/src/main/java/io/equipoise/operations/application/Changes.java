package io.equipoise.operations.application;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was applied for each study since this process started, so that a live page knows when to look again. */
public final class Changes {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    public void changed(String study) {
        counts.merge(study, 1L, Long::sum);
    }

    public long count(String study) {
        return counts.getOrDefault(study, 0L);
    }
}
