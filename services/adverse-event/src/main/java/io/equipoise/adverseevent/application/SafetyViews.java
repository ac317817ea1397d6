package io.equipoise.adverseevent.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is shown of events and alerts; may lag a moment behind the journal. */
public interface SafetyViews {

    /** The study's events, by onset. */
    List<Map<String, Object>> events(String study);

    /** All alerts, newest first. */
    List<Map<String, Object>> alerts();

    /**
     * Some of the alerts of sites ({@code "*"}: of all), newest first.
     *
     * @param open those that nobody has acknowledged, or those that somebody has
     */
    Listed alerts(Set<String> sites, boolean open, Span span);

    Optional<Map<String, Object>> alert(String alert);

    /** So many after the first so many. */
    record Span(int after, int most) {}

    /**
     * Those asked for.
     *
     * @param all how many there are with those that were not asked for
     */
    record Listed(List<Map<String, Object>> alerts, int all) {
        public Listed {
            alerts = List.copyOf(alerts);
        }
    }
}
