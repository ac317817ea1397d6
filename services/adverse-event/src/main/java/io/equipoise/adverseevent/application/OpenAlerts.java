package io.equipoise.adverseevent.application;

import java.time.Instant;
import java.util.List;

/** Which alerts still want something; may lag a moment behind the journal, which has the last word. */
public interface OpenAlerts {

    /** Those nobody has acknowledged that were escalated fewer times than this. */
    List<String> unacknowledged(int stepsBelow);

    /** Those of which somebody has yet to be told. */
    List<String> undelivered();

    /** Those whose ladder or somebody's quiet hours ask for a look at that moment. */
    default List<String> waking(Instant now) {
        return List.of();
    }
}
