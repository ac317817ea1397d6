package io.equipoise.local.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** The doors that show a service's seals, and what its neighbour wrote down of them. Services do not ask each other. */
public record AuditDoors(Function<String, JsonNode> get) {

    private static final String ANCHORING = "study-design";

    /** Who writes the service's seals down: study-design everybody's, and enrolment study-design's. */
    public static String holder(String service) {
        return service.equals(ANCHORING) ? "enrolment" : ANCHORING;
    }

    public JsonNode verification(String service) {
        return get.apply("/api/audit/" + service + "/verification");
    }

    /** Ask for anchors first: what was written down by then is in the chain that is asked for afterwards. */
    public List<Anchor> anchors(String service, int lanes) {
        var door = "/api/audit/" + holder(service) + "/anchors?of=" + service;
        return pages(door, lanes, "anchors", anchor -> anchor.path("to").asLong()).stream()
                .map(Anchor::of)
                .toList();
    }

    public Chain chain(String service, int lanes) {
        var door = "/api/audit/" + service + "/seals?limit=500";
        return new Chain(
                pages(door, lanes, "seals", seal -> seal.path("ordinal").asLong()).stream()
                        .map(Seal::of)
                        .toList());
    }

    private List<JsonNode> pages(String door, int lanes, String field, ToLongFunction<JsonNode> number) {
        var all = new ArrayList<JsonNode>();
        for (int lane = 0; lane < lanes; lane++) {
            long after = 0;
            for (var page = page(door, lane, after, field); !page.isEmpty(); page = page(door, lane, after, field)) {
                all.addAll(page);
                after = number.applyAsLong(page.getLast());
            }
        }
        return all;
    }

    private List<JsonNode> page(String door, int lane, long after, String field) {
        var answer = get.apply(door + "&lane=" + lane + "&after=" + after);
        if (!answer.path(field).isArray()) {
            throw new IllegalStateException(door + " answered " + answer);
        }
        return answer.path(field).valueStream().toList();
    }
}
