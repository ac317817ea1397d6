package io.equipoise.adverseevent.application;

import java.util.List;

/** Which alerts still want something; may lag a moment behind the journal, which has the last word. */
public interface OpenAlerts {

    /** Those nobody has acknowledged that were escalated fewer times than this. */
    List<String> unacknowledged(int stepsBelow);

    /** Those of which somebody has yet to be told. */
    List<String> undelivered();
}
