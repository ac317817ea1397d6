package io.equipoise.chaos.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who keeps a journal, and where its streams are told. Written down here a second time, on purpose. */
public final class Topology {
    private record Told(String prefix, List<String> topics) {}

    private static final Map<String, Told> TOLD = new TreeMap<>(Map.of(
            "study-design", new Told("", List.of("studies")),
            "enrolment", new Told("subject/", List.of("enrolment")),
            "randomization", new Told("allocation/", List.of("randomization", "allocation")),
            "dosing-schedule", new Told("calendar/", List.of("dosing")),
            "adverse-event", new Told("", List.of("adverse-events")),
            "imaging", new Told("", List.of("imaging")),
            "ehr-integration", new Told("", List.of("ehr"))));

    private Topology() {}

    /** Those with a journal. */
    public static List<String> keepers() {
        return List.copyOf(TOLD.keySet());
    }

    /** Those with read models of what others told. */
    public static List<String> listeners() {
        return List.of(
                "adverse-event",
                "dosing-schedule",
                "ehr-integration",
                "enrolment",
                "imaging",
                "operations",
                "randomization",
                "study-design");
    }

    /** Where commits of the journals are told; seals have a topic of their own. */
    public static List<String> topics() {
        return TOLD.values().stream().flatMap(told -> told.topics().stream()).toList();
    }

    public static List<String> topics(String service, String stream) {
        var told = TOLD.get(service);
        return told == null
                        || !stream.startsWith(told.prefix())
                        || stream.startsWith("closed/")
                        || stream.startsWith("unblinding/")
                ? List.of()
                : told.topics();
    }
}
