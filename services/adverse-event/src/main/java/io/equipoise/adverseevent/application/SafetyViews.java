package io.equipoise.adverseevent.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is shown of events and alerts; may lag a moment behind the journal. */
public interface SafetyViews {

    /** The study's events, by id. */
    List<Map<String, Object>> events(String study);

    /** All alerts, newest first. */
    List<Map<String, Object>> alerts();

    Optional<Map<String, Object>> alert(String alert);
}
