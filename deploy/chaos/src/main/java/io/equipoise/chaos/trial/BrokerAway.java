package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Quiet;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Load;
import io.equipoise.chaos.load.Study;
import java.util.List;

/** Test 7: the broker is dead for a minute while commands go on; each is accepted, and told once the broker is back. */
final class BrokerAway implements Trial {
    private static final int AWAY_MILLIS = 60_000;
    private static final int DRAINED_IN = 30;
    private static final int CLIENTS = 4;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("7", "the broker is away for a minute, commands go on");
        var study = house.study("B7N" + Math.abs(house.random().nextInt(10_000)));
        try (var first = Load.whole(house.doors(), study, house.random(), new Load.Size(1, study.name() + "-a", 9))) {
            first.join(60_000);
        }
        Quiet quiet = house.quiet();
        verdict.must(quiet.within(60).isEmpty(), "everything settles", "before the broker goes");
        long began = System.nanoTime();
        house.processes().without(List.of("broker"), () -> away(house, study, verdict));
        var left = quiet.within(DRAINED_IN + 20);
        long took = (System.nanoTime() - began) / 1_000_000 - AWAY_MILLIS;
        verdict.figure("all told and heard after, ms", took);
        verdict.must(left.isEmpty() && took < DRAINED_IN * 1_000L, "drained within 30 s", left + " after " + took);
        house.compare(verdict);
        return verdict;
    }

    private static void away(House house, Study study, Verdict verdict) {
        House.say("the broker is dead, and nobody starts it again");
        var known = study.name() + "-01-0001";
        long until = System.nanoTime() + AWAY_MILLIS * 1_000_000L;
        try (var load = Load.apart(
                house.doors(),
                study,
                house.random(),
                new Load.Size(CLIENTS, study.name() + "-b", Integer.MAX_VALUE),
                known)) {
            Doors.pause(AWAY_MILLIS - 4_000);
            load.finish();
            UnderLoad.report(verdict, load);
            var tally = load.tally();
            verdict.must(
                    tally.commands() == tally.acknowledged() && tally.commands() > 0,
                    "all accepted",
                    tally.acknowledged() + " of " + tally.commands());
        }
        Doors.pause(Math.max(0, (until - System.nanoTime()) / 1_000_000));
    }
}
