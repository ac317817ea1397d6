package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Proxy;
import io.equipoise.chaos.load.Load;

/** Test 23: answers are lost on the way, and the client asks again with the same key: one fact, one answer. */
final class LostAnswers implements Trial {
    private static final int COMMANDS = 900;
    private static final int CLIENTS = 6;
    private static final int AT_MOST_MILLIS = 120_000;

    @Override
    public Verdict run(House house) throws Exception {
        var verdict = new Verdict("23", "answers are lost, the client asks again");
        var study = house.study("L23N" + Math.abs(house.random().nextInt(10_000)));
        try (var proxy = new Proxy(house.stack().port("gateway"), house.random())) {
            var doors = house.doors().through(proxy.address());
            try (var load = Load.whole(doors, study, house.random(), new Load.Size(CLIENTS, study.name(), COMMANDS))) {
                load.join(AT_MOST_MILLIS);
                load.finish();
                UnderLoad.report(verdict, load);
                verdict.must(load.tally().repeats() > 0, "repeats were tried", "none");
                verdict.must(load.tally().changedBodies() > 0, "other bodies were tried", "none");
            }
            verdict.figure("on the way", proxy.counts()).figure("sent again", doors.retries());
            verdict.must(proxy.lost() > 0 && doors.retries() > 0, "answers were lost", proxy.counts());
        }
        house.compare(verdict);
        return verdict;
    }
}
