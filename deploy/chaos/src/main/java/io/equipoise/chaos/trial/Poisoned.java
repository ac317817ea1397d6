package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Finding;
import io.equipoise.chaos.evidence.Topics;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.fault.Poison;
import io.equipoise.chaos.fault.Poison.Fate;
import io.equipoise.chaos.fault.Teller;
import io.equipoise.chaos.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** Test 14: seven kinds of poison in every topic; only its own stream is held up, the others go on as if nothing were. */
final class Poisoned implements Trial {
    private static final String CHECK = "poison holds up nobody";

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("14", "poison in every topic that somebody listens to");
        var study = house.study("P14N" + Math.abs(house.random().nextInt(10_000)));
        warm(house, verdict, new Load.Size(2, study.name() + "-a", 30), study);
        house.quiet().within(60);
        var known = knownTypes(house.topics());
        try (var teller = new Teller(house.stack().bootstrap())) {
            teller.tell(poison(known));
        }
        House.say(Poison.values().length + " kinds in each of " + known.keySet());
        long begun = System.nanoTime();
        warm(house, verdict, new Load.Size(4, study.name() + "-b", 200), study);
        var left = house.quiet().within(60);
        verdict.figure("others settled after ms", (System.nanoTime() - begun) / 1_000_000);
        verdict.must(left.isEmpty(), CHECK, left);
        for (var service : Topology.listeners()) {
            fates(house, service, known.keySet(), verdict);
        }
        house.compare(verdict);
        return verdict;
    }

    private static void warm(House house, Verdict verdict, Load.Size size, io.equipoise.chaos.load.Study study) {
        try (var load = Load.whole(house.doors(), study, house.random(), size)) {
            load.join(90_000);
            load.finish();
            UnderLoad.report(verdict, load);
        }
    }

    /** Per topic a type that is told there, under its newest version. */
    private static Map<String, String[]> knownTypes(Topics topics) {
        var known = new TreeMap<String, String[]>();
        topics.all().stream()
                .filter(told -> !told.type().equals("Withheld.v1") && !House.ours(told))
                .forEach(told -> known.putIfAbsent(told.topic(), new String[] {told.source(), told.type()}));
        return known;
    }

    private static List<ProducerRecord<String, byte[]>> poison(Map<String, String[]> known) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        known.forEach((topic, teller) -> {
            for (var kind : Poison.values()) {
                records.add(kind.record(topic, teller[0], teller[1]));
            }
        });
        return records;
    }

    /** Dead letters and parked streams of a listener are exactly the poison that has this fate, in each topic it hears. */
    private static void fates(House house, String service, Set<String> poisoned, Verdict verdict) {
        var heard = new TreeSet<String>();
        house.doors()
                .get("ops-01", "/api/audit/" + service + "/consuming")
                .body()
                .path("topics")
                .forEach(topic -> heard.add(topic.asString("")));
        heard.retainAll(poisoned);
        compare(
                verdict,
                service + ", dead letters",
                due(heard, Fate.DEAD_LETTER),
                found(house, service, "dead_letters"));
        compare(verdict, service + ", parked", due(heard, Fate.PARKED), found(house, service, "parked"));
    }

    private static Set<String> due(Set<String> topics, Fate fate) {
        var due = new TreeSet<String>();
        for (var kind : Poison.values()) {
            if (kind.fate() == fate) {
                topics.forEach(topic -> due.add(topic + " " + kind.stream()));
            }
        }
        return due;
    }

    private static Set<String> found(House house, String service, String collection) {
        var found = new TreeSet<String>();
        for (Document d :
                house.mongo().getDatabase(service).getCollection(collection).find()) {
            var stream = d.getString(collection.equals("parked") ? "stream" : "key");
            if (stream != null && stream.startsWith(House.OURS + "14")) {
                found.add(d.getString("topic") + " " + stream);
            }
        }
        return found;
    }

    private static void compare(Verdict verdict, String what, Set<String> due, Set<String> found) {
        verdict.figure(what, found.size() + "/" + due.size());
        if (!due.equals(found)) {
            var missing = new TreeSet<>(due);
            missing.removeAll(found);
            var extra = new TreeSet<>(found);
            extra.removeAll(due);
            verdict.found(List.of(new Finding(CHECK, what + ": missing " + missing + ", too many " + extra)));
        }
    }
}
