package io.equipoise.chaos.trial;

import io.equipoise.chaos.Stack;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.fault.Groups;
import io.equipoise.chaos.fault.ReadModels;
import io.equipoise.chaos.load.Load;
import java.util.List;

/** Test 11: every topic is heard again from its first record, once with the memory of what was heard, once without. */
final class Replayed implements Trial {
    private static final int COMMANDS = 250;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("11", "every topic heard again from the start into filled read models");
        var study = house.study("R11N" + Math.abs(house.random().nextInt(10_000)));
        try (var load = Load.whole(house.doors(), study, house.random(), new Load.Size(4, study.name(), COMMANDS))) {
            load.join(90_000);
            load.finish();
            UnderLoad.report(verdict, load);
        }
        verdict.must(house.quiet().still(House.CLOCKS), "everything settles", "before the replay");
        var models = new ReadModels(house.mongo());
        again(house, verdict, models, false);
        again(house, verdict, models, true);
        house.compare(verdict);
        return verdict;
    }

    private static void again(House house, Verdict verdict, ReadModels models, boolean forgetting) {
        var before = models.documents();
        long commits = house.journals().all().size();
        House.say(forgetting ? "again, and nobody remembers what it has heard" : "all topics from the start again");
        house.processes().without(services(), () -> {
            new Groups(house.stack().bootstrap()).rewind(Topology.listeners());
            if (forgetting) {
                models.forgetWhatWasHeard();
            }
        });
        house.processes().awaitAllWell();
        var left = house.quiet().within(90);
        verdict.must(left.isEmpty(), "everything settles", left);
        var changed = ReadModels.changed(before, models.documents());
        var how = forgetting ? "nothing remembered" : "remembering";
        verdict.figure("changed documents, " + how, changed.size() + " of " + before.size());
        verdict.must(
                changed.isEmpty(),
                "no document changes",
                how + ": " + changed.stream().limit(5).toList());
        long now = house.journals().all().size();
        verdict.must(now == commits, "no fact is added", how + ": " + commits + " commits became " + now);
    }

    /** All but the ways in. */
    static List<String> services() {
        return Stack.SERVICES.stream()
                .filter(name -> !name.equals("gateway") && !name.equals("identity"))
                .toList();
    }
}
