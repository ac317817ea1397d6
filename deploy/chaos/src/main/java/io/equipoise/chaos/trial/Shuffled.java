package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Checks;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.fault.Fresh;
import io.equipoise.chaos.fault.ReadModels;
import io.equipoise.chaos.fault.Teller;
import io.equipoise.chaos.load.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Test 12: every message three times, all of them shuffled, into empty topics and emptied read models: the same documents. */
final class Shuffled implements Trial {
    private static final int TIMES = 3;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("12", "every message three times in any order");
        var study = house.study("S12N" + Math.abs(house.random().nextInt(10_000)));
        try (var load = Load.whole(house.doors(), study, house.random(), new Load.Size(4, study.name(), 200))) {
            load.join(90_000);
            load.finish();
            UnderLoad.report(verdict, load);
        }
        verdict.must(house.quiet().still(House.CLOCKS), "everything settles", "before the shuffling");
        var models = new ReadModels(house.mongo());
        var before = models.documents();
        long commits = house.journals().all().size();
        var topics = new ArrayList<>(Topology.topics());
        topics.add("seals");
        var records = house.topics().records(topics);
        house.processes().without(Replayed.services(), () -> {
            new Fresh(house.stack().bootstrap()).topics(topics);
            try (var teller = new Teller(house.stack().bootstrap())) {
                teller.tell(shuffled(house, records));
            }
        });
        House.say(records.size() + " messages, each " + TIMES + " times, shuffled");
        house.processes().awaitAllWell();
        for (var service : Topology.listeners()) {
            var reply = house.doors().operate("adm-01", "/api/audit/" + service + "/rebuild");
            verdict.must(reply.accepted(), "read models can be rebuilt", service + ": " + reply);
        }
        verdict.must(house.quiet().within(120).isEmpty(), "everything settles", "after the shuffling");
        var changed = ReadModels.changed(before, models.documents());
        verdict.figure("messages", records.size()).figure("changed documents", changed.size() + " of " + before.size());
        verdict.must(
                changed.isEmpty(),
                "no document changes",
                changed.stream().limit(5).toList() + "");
        long now = house.journals().all().size();
        verdict.must(now == commits, "no fact is added", commits + " commits became " + now);
        house.compare(verdict, Checks.exceptOrder());
        return verdict;
    }

    private static List<ProducerRecord<String, byte[]>> shuffled(
            House house, List<ConsumerRecord<String, byte[]>> records) {
        var all = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < TIMES; i++) {
            records.forEach(
                    r -> all.add(new ProducerRecord<>(r.topic(), r.partition(), r.key(), r.value(), r.headers())));
        }
        Collections.shuffle(all, house.random());
        return all;
    }
}
