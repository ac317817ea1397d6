package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Place;
import io.equipoise.chaos.fault.Teller;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Load;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** Test 15: the second event of a subject cannot be read; its later ones wait, others go on, and order is kept when it heals. */
final class ParkedKey implements Trial {
    private static final List<String> LISTENERS =
            List.of("adverse-event", "dosing-schedule", "ehr-integration", "imaging", "operations", "randomization");
    private static final int LATER = 3;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("15", "a stream with an unreadable event waits and heals in order");
        var id = "CHAOS-15-%04d".formatted(1 + house.random().nextInt(9_000));
        var stream = "subject/" + id;
        try (var teller = new Teller(house.stack().bootstrap())) {
            var first = told(stream, id, 1);
            var unreadable = new Place("enrolment", "enrolment", stream, 2).told("ConsentGiven.v1", "{\"subject\":");
            var later = new ArrayList<ProducerRecord<String, byte[]>>();
            for (int v = 3; v < 3 + LATER; v++) {
                later.add(told(stream, id, v));
            }
            teller.tell(List.of(first, unreadable));
            teller.tell(later);
            var study = house.study("Q15N" + Math.abs(house.random().nextInt(10_000)));
            try (var load = Load.whole(house.doors(), study, house.random(), new Load.Size(3, study.name(), 60))) {
                load.join(60_000);
                load.finish();
                UnderLoad.report(verdict, load);
            }
            house.quiet().within(30);
            LISTENERS.forEach(service -> waits(house, service, stream, verdict));
            redriven(house, stream, verdict);
            teller.tell(List.of(told(stream, id, 2)));
            Doors.pause(500);
        }
        var left = house.quiet().within(30);
        verdict.must(left.isEmpty(), "the stream heals", left);
        LISTENERS.forEach(service -> healed(house, service, stream, verdict));
        house.compare(verdict);
        return verdict;
    }

    /** The first registers, the second gives consent, the later ones take it back and give it again by turns. */
    private static ProducerRecord<String, byte[]> told(String stream, String id, int version) {
        var data = new Document("subject", id).append("study", "CHAOS").append("site", "15");
        var type = switch (version) {
            case 1 -> "SubjectRegistered.v1";
            case 3 -> "ConsentWithdrawn.v1";
            default -> "ConsentGiven.v1";
        };
        data.append(
                        switch (version) {
                            case 1 -> "screenedOn";
                            case 3 -> "withdrawnOn";
                            default -> "givenOn";
                        },
                        "2026-01-0" + version)
                .append("version", "1.0");
        return new Place("enrolment", "enrolment", stream, version).told(type, data.toJson());
    }

    private static void waits(House house, String service, String stream, Verdict verdict) {
        long reached = reached(house, service, stream);
        long parked = parked(house, service, stream);
        verdict.must(
                reached == 1 && parked == LATER,
                "later events wait",
                service + " has reached version " + reached + " and set " + parked + " aside");
    }

    private static void healed(House house, String service, String stream, Verdict verdict) {
        long reached = reached(house, service, stream);
        verdict.must(
                reached == 2 + LATER && parked(house, service, stream) == 0,
                "all are heard in the end",
                service + " has reached version " + reached);
    }

    /** The record itself is as unreadable as before, and the door says so. */
    private static void redriven(House house, String stream, Verdict verdict) {
        int asked = 0;
        for (var service : LISTENERS) {
            var letters = house.mongo().getDatabase(service).getCollection("dead_letters");
            var letter = letters.find(new Document("key", stream)).first();
            verdict.must(letter != null, "a dead letter is kept", service + " has none of " + stream);
            if (letter != null) {
                var reply = house.doors()
                        .operate(
                                "ops-01",
                                "/api/audit/" + service + "/dead-letters/" + letter.getString("_id") + "/redrive");
                verdict.must(
                        reply.status() == 409 && reply.code().equals("DEAD_LETTER_UNREADABLE"),
                        "redriving says that it is unreadable still",
                        service + ": " + reply);
                asked++;
            }
        }
        verdict.figure("redriven through the door", asked);
    }

    private static long reached(House house, String service, String stream) {
        var heard = house.mongo()
                .getDatabase(service)
                .getCollection("heard")
                .find(new Document("_id", "enrolment|enrolment|" + stream))
                .first();
        return heard == null ? 0 : heard.getLong("version");
    }

    private static long parked(House house, String service, String stream) {
        return house.mongo()
                .getDatabase(service)
                .getCollection("parked")
                .countDocuments(new Document("stream", stream));
    }
}
