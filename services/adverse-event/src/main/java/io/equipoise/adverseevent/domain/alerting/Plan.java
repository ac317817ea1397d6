package io.equipoise.adverseevent.domain.alerting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is called for an alert, decided at its beginning and not changed by what is decided later.
 *
 * @param escalateAt when it goes a step up; absent where nobody has said
 * @param ladderVersion by which version of the study's ladder; 0 where it has none and the settings count
 * @param rungs of that ladder; none, where the settings count
 */
public record Plan(@Nullable Instant escalateAt, int ladderVersion, List<Rung> rungs, Called called) {
    public Plan {
        rungs = List.copyOf(rungs);
    }
}
