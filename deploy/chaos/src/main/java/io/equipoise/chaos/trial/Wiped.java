package io.equipoise.chaos.trial;

import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.fault.ReadModels;
import io.equipoise.chaos.load.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

/** Test 13: the broker has lost everything; the journals tell it all again, and the read models are built anew from that. */
final class Wiped implements Trial {

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("13", "the broker's disk is lost, read models rebuilt from the journals alone");
        var study = house.study("W13N" + Math.abs(house.random().nextInt(10_000)));
        try (var load = Load.whole(house.doors(), study, house.random(), new Load.Size(4, study.name(), 200))) {
            load.join(90_000);
            load.finish();
            UnderLoad.report(verdict, load);
        }
        verdict.must(house.quiet().still(House.CLOCKS), "everything settles", "before the loss");
        var models = new ReadModels(house.mongo());
        var before = models.documents();
        var gone = new ArrayList<>(Replayed.services());
        gone.add("broker");
        house.processes().without(gone, () -> wipe(house.stack().home().resolve("data/kafka")));
        House.say("the broker starts with nothing");
        house.processes().awaitAllWell();
        long began = System.nanoTime();
        verdict.must(house.quiet().within(90).isEmpty(), "everything settles", "after the loss");
        for (var service : Topology.listeners()) {
            var reply = house.doors().operate("adm-01", "/api/audit/" + service + "/rebuild");
            verdict.must(reply.accepted(), "read models can be rebuilt", service + ": " + reply);
        }
        verdict.must(house.quiet().within(90).isEmpty(), "everything settles", "after the rebuilding");
        long millis = (System.nanoTime() - began) / 1_000_000;
        var changed = ReadModels.changed(before, models.documents());
        verdict.figure("changed documents", changed.size() + " of " + before.size());
        verdict.must(
                changed.isEmpty(),
                "no document changes",
                changed.stream().limit(5).toList() + "");
        var evidence = house.compare(verdict);
        verdict.figure("told and heard twice in ms", millis)
                .figure("messages a second", 2L * evidence.told().size() * 1_000 / Math.max(1, millis));
        return verdict;
    }

    private static void wipe(Path directory) {
        try (var tree = Files.walk(directory)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
