package io.equipoise.adverseevent.application;

import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Attribution of what this service does without being asked. The id says what is done, so doing it twice is once. */
final class Ourselves {
    private static final String ACTOR = "system:adverse-event";

    private Ourselves() {}

    static Attribution following(String id, String correlation, @Nullable String causation, Instant now) {
        return new Attribution(id, id, ACTOR, "system", now, null, null, correlation, causation, null);
    }
}
