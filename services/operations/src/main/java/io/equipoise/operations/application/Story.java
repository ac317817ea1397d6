package io.equipoise.operations.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact told about a person: when it was recorded, who told it, and what it says.
 *
 * @param source the service that told it
 * @param actor whose account recorded it; absent in what was told before accounts were told
 */
public record Story(
        Instant toldAt,
        String source,
        @Nullable String actor,
        String type,
        String words,
        String stream,
        long version) {}
