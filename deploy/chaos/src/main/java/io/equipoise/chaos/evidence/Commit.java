package io.equipoise.chaos.evidence;

import java.util.List;
import java.util.Map;

/** One document of a service's journal, as the store has it. */
public record Commit(
        String service,
        String id,
        String stream,
        long version,
        int lane,
        long position,
        String actor,
        String fingerprint,
        List<Fact> facts) {
    public Commit {
        facts = List.copyOf(facts);
    }

    /** A fact under the name that it keeps. */
    public record Fact(String type, Map<String, Object> data) {}

    /** The system closes a number that stays missing; such a commit says nothing. */
    public boolean closesAGap() {
        return stream.startsWith("closed/");
    }

    /** The whole system acts under names of its own; everybody else came through a door. */
    public boolean bySystem() {
        return actor.equals("system") || actor.startsWith("system:");
    }

    public String place() {
        return service + " " + stream + " version " + version;
    }
}
