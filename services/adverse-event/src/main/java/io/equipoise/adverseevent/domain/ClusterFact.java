package io.equipoise.adverseevent.domain;

import java.util.List;

/** What was seen in a study's events taken together. */
public sealed interface ClusterFact extends SafetyFact {
    String study();

    /**
     * A lot has a cluster, or an older one has grown by people.
     *
     * @param cluster its id, the same as long as it grows
     * @param people how many it has now
     */
    record ClusterNoticed(String cluster, String study, String lot, String term, int people, List<String> events)
            implements ClusterFact {
        public ClusterNoticed {
            events = List.copyOf(events);
        }
    }
}
