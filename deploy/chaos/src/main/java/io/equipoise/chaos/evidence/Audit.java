package io.equipoise.chaos.evidence;

import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Reply;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks every service through its audit doors what it says of itself. */
public final class Audit {
    private static final String ACCOUNT = "ops-01";

    private final Doors doors;

    public Audit(Doors doors) {
        this.doors = doors;
    }

    public List<Looked> all() {
        return Topology.listeners().stream().map(this::look).toList();
    }

    public Looked look(String service) {
        var consuming = ask(service, "consuming");
        var parked = new ArrayList<String>();
        consuming
                .path("parked")
                .forEach(p -> parked.add(p.path("stream").asString("") + " "
                        + p.path("type").asString("") + ": " + p.path("why").asString("")));
        var letters = new ArrayList<String>();
        consuming.path("deadLetters").forEach(letter -> {
            if (letter.path("state").asString("").equals("OPEN")) {
                letters.add(letter.path("_id").asString("") + " key "
                        + letter.path("key").asString(""));
            }
        });
        return new Looked(service, unequal(service), parked, letters, seals(service));
    }

    private List<String> unequal(String service) {
        var unequal = new ArrayList<String>();
        var answer = ask(service, "projections");
        if (!answer.path("equal").isBoolean()) {
            unequal.add("the door did not answer");
        }
        answer.path("collections").forEach(look -> {
            if (!look.path("equal").asBoolean(false)) {
                unequal.add(look.path("collection").asString(""));
            }
        });
        return unequal;
    }

    private List<String> seals(String service) {
        var problems = new ArrayList<String>();
        if (!Topology.keepers().contains(service)) {
            return problems;
        }
        var answer = ask(service, "verification");
        if (!answer.path("intact").asBoolean(false)) {
            problems.add("not intact");
        }
        answer.path("lanes")
                .forEach(lane -> lane.path("problems")
                        .forEach(p -> problems.add(p.path("what").asString("") + " at position "
                                + p.path("position").asLong(0))));
        return problems;
    }

    private JsonNode ask(String service, String door) {
        Reply reply = doors.get(ACCOUNT, "/api/audit/" + service + "/" + door);
        return reply.body();
    }
}
