package io.equipoise.chaos.trial;

import io.equipoise.chaos.fault.Kills;
import io.equipoise.chaos.figure.Raw;
import io.equipoise.chaos.load.Doors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Test 43: serious events are entered while services, ways in, broker and store are killed at random; each event that was
 * acknowledged to its site comes to every officer's screen once, and is acknowledged or escalated. CHAOS_EVENTS,
 * CHAOS_RATE (events a second) and CHAOS_EVERY (seconds from kill to kill) set its size.
 */
final class PushUnderFaults implements Trial {
    private static final int WARM = 100;
    private static final int CALM = 100;
    private static final double CALM_RATE = 10;
    private static final int SETTLED_IN = 240;
    private static final int AWAY_AT_ONCE = 2;

    /** All of the house; what an alert passes on its way dies more often. */
    private static final List<String> TARGETS = List.of(
            "adverse-event",
            "gateway",
            "store",
            "broker",
            "enrolment",
            "adverse-event",
            "gateway",
            "store",
            "identity",
            "adverse-event",
            "operations",
            "broker",
            "ehr-integration",
            "study-design");

    static int setting(String name, int otherwise) {
        return Integer.parseInt(System.getenv().getOrDefault(name, "" + otherwise));
    }

    @Override
    public Verdict run(House house) throws Exception {
        var verdict = new Verdict("43", "serious events under kills, each once on every screen");
        int events = setting("CHAOS_EVENTS", 10_000);
        var before = Raw.measure(house.mongo(), house.stack().bootstrap());
        try (var push = new Push(house, "P43N" + Math.abs(house.random().nextInt(10_000)));
                var killing = new Kills(house.processes())) {
            push.events().enter(WARM, CALM_RATE);
            push.rest(SETTLED_IN); // a cold house is behind for a while, and that would be measured
            push.events().enter(CALM, CALM_RATE);
            House.say("the calm is over");
            killWhile(house, killing, () -> push.events().enter(events, setting("CHAOS_RATE", 25)));
            House.say("all are entered");
            house.processes().awaitAllWell();
            verdict.found(push.settle(SETTLED_IN));
            House.say("all screens are settled");
            report(verdict, push, killing);
            times(
                    verdict,
                    push,
                    before.with(Raw.measure(house.mongo(), house.stack().bootstrap())),
                    before);
            house.compare(verdict);
            verdict.bound(killing.count());
        }
        return verdict;
    }

    private static void killWhile(House house, Kills killing, Runnable work) {
        var entering = Thread.ofVirtual().start(work);
        var round = new ArrayList<String>();
        long every = setting("CHAOS_EVERY", 20) * 1_000L;
        while (entering.isAlive()) {
            if (round.isEmpty()) {
                round.addAll(TARGETS);
                Collections.shuffle(round, house.random());
            }
            long pause = every / 2 + house.random().nextLong(every);
            for (long waited = 0; waited < pause && entering.isAlive(); waited += 100) {
                Doors.pause(100);
            }
            var next = round.removeFirst();
            while (entering.isAlive() && !mayDie(house, next)) {
                Doors.pause(200);
            }
            if (entering.isAlive()) {
                House.say("kill -9 " + next);
                killing.kill(next);
                Doors.pause(700); // until its death is seen
            }
        }
    }

    /** At most two are away at once, and all die at work: else, on a slow machine, nothing would ever come in. */
    private static boolean mayDie(House house, String next) {
        var processes = house.processes();
        return processes.well(next)
                && TARGETS.stream()
                                .distinct()
                                .filter(name -> !processes.well(name))
                                .count()
                        < AWAY_AT_ONCE;
    }

    private static void report(Verdict verdict, Push push, Kills killing) {
        var tally = push.events().tally();
        verdict.figure("events", tally.commands())
                .figure("acknowledged to the site", tally.acknowledged())
                .figure("repeated on purpose", tally.repeats())
                .figure("taken over by officers", push.acknowledging().tally().acknowledged())
                .figure("kills", killing.count() + " " + killing.byName());
        push.officers()
                .screens()
                .forEach(screen -> verdict.figure(
                        screen.officer(), screen.shown().size() + " in " + screen.lines() + " connections"));
        tally.wrong().forEach(what -> verdict.found("repeats", what));
        verdict.must(
                tally.commands() == tally.acknowledged(),
                "every event is accepted in the end",
                tally.refused().toString());
        verdict.must(
                push.acknowledging().tally().refused().isEmpty(),
                "every acknowledgement is accepted in the end",
                push.acknowledging().tally().refused().toString());
        verdict.must(killing.count() > 0, "there were kills", "none");
        UnderLoad.ways(verdict, killing.waysBack());
    }

    private static void times(Verdict verdict, Push push, Raw raw, Raw before) {
        int all = push.alerts().size();
        var calm = push.fromTheSite(WARM, WARM + CALM);
        var faults = push.fromTheSite(WARM + CALM, all);
        verdict.figure("one insert, one message, one echo", raw)
                .figure("of which before", String.format(Locale.ROOT, "%.2f ms", before.sum() / 1e3))
                .figure("undisturbed, entry to screen", calm)
                .figure("undisturbed, as multiples of that sum", calm.times(raw.sum()))
                .figure("undisturbed, journal to screen", push.fromTheJournal(WARM, WARM + CALM))
                .figure("under kills, entry to screen", faults)
                .figure("under kills, as multiples of that sum", faults.times(raw.sum()))
                .figure("under kills, journal to screen", push.fromTheJournal(WARM + CALM, all));
    }
}
