package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Second;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Load;

/** Test 10: two instances of a service alive at once, by mistake: both tell, both listen, both seal. */
final class TwoRelays implements Trial {
    private static final int CLIENTS = 4;
    private static final int MILLIS = 35_000;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("10", "two instances of enrolment and of adverse-event at once");
        var study = house.study("T10N" + Math.abs(house.random().nextInt(10_000)));
        try (var enrolment = Second.of(house.stack(), "enrolment");
                var safety = Second.of(house.stack(), "adverse-event");
                var load = Load.whole(
                        house.doors(),
                        study,
                        house.random(),
                        new Load.Size(CLIENTS, study.name(), Integer.MAX_VALUE))) {
            Doors.pause(MILLIS);
            load.finish();
            UnderLoad.report(verdict, load);
            verdict.must(enrolment.alive() && safety.alive(), "both lived all along", "one of them ended");
        }
        Doors.pause(12_000); // a dead listener's partitions are given to the living after the session's time
        var evidence = house.compare(verdict);
        verdict.must(
                io.equipoise.chaos.check.Telling.repeats(evidence) > 0, "both relays told", "nothing was told twice");
        return verdict;
    }
}
