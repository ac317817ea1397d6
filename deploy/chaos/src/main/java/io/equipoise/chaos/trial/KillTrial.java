package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Kills;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tests 1, 3 and 4: kill -9 at random instants under load, again and again, each of the named in turn.
 *
 * @param kills how many in all
 * @param atMost seconds for the kills; then the run ends with those that there were, which is a failure
 */
record KillTrial(String test, String title, List<String> targets, int kills, int atMost, int pause) implements Trial {
    private static final int CLIENTS = 6;
    private static final int AWAY_AT_ONCE = 2;

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict(test, title);
        var study = house.study("K" + test + "N" + Math.abs(house.random().nextInt(10_000)));
        int before = house.doors().retries();
        try (var killing = new Kills(house.processes());
                var load = Load.whole(
                        house.doors(),
                        study,
                        house.random(),
                        new Load.Size(CLIENTS, study.name(), Integer.MAX_VALUE))) {
            Doors.pause(4_000);
            killAll(house, killing);
            Doors.pause(3_000);
            load.finish();
            UnderLoad.report(verdict, load);
            UnderLoad.ways(verdict, killing.waysBack());
            verdict.figure("kills", killing.count() + " " + killing.byName());
            verdict.must(killing.count() >= kills, "as many kills as asked for", killing.count() + " of " + kills);
            verdict.figure("sent again", house.doors().retries() - before);
            house.compare(verdict);
            verdict.bound(killing.count());
        }
        return verdict;
    }

    private void killAll(House house, Kills killing) {
        long until = System.nanoTime() + atMost * 1_000_000_000L;
        var round = new ArrayList<String>();
        while (killing.count() < kills && System.nanoTime() < until) {
            if (round.isEmpty()) {
                round.addAll(targets);
                Collections.shuffle(round, house.random());
            }
            var next = round.removeFirst();
            awaitEnough(house, next, until);
            Doors.pause(house.random().nextInt(pause));
            House.say("kill -9 " + next);
            killing.kill(next);
            Doors.pause(700); // until its death is seen
        }
    }

    /** Who is on its way back is let come back first, and of many only a few are away at once: all die at work. */
    private void awaitEnough(House house, String next, long until) {
        var processes = house.processes();
        while (System.nanoTime() < until
                && (!processes.well(next)
                        || targets.stream()
                                        .filter(name -> !processes.well(name))
                                        .count()
                                > AWAY_AT_ONCE)) {
            Doors.pause(200);
        }
    }
}
