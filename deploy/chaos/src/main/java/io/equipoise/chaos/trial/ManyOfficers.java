package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Screens;
import io.equipoise.chaos.figure.Footprint;
import io.equipoise.chaos.figure.Raw;
import io.equipoise.chaos.figure.Spread;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.SeriousEvents;
import io.equipoise.chaos.load.SeriousEvents.Entered;
import io.equipoise.chaos.load.Study;
import io.equipoise.chaos.watch.Officers;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * A benchmark: thousands of officers watch at once, first at the service's own door, then through the gateway. What each
 * costs, how long an alert takes to all of them, and that each gets everything once. CHAOS_OFFICERS sets how many.
 */
final class ManyOfficers implements Trial {
    private static final int EVENTS = 60;
    private static final double RATE = 2;
    private static final int FEW = 5;

    @Override
    public Verdict run(House house) throws Exception {
        var verdict = new Verdict("officers", "thousands watch at once");
        int many = PushUnderFaults.setting("CHAOS_OFFICERS", 2_000);
        var study =
                Study.ofEvents(house.doors(), "O0N" + Math.abs(house.random().nextInt(10_000)), "PT12H");
        var events = new SeriousEvents(house.doors(), study, house.random());
        events.register();
        events.enter(2 * EVENTS, 10);
        var raw = Raw.measure(house.mongo(), house.stack().bootstrap());
        watch(
                house,
                verdict,
                events,
                new Way("a few through the gateway", house.stack().gateway(), FEW),
                raw);
        var service = URI.create("http://localhost:" + house.stack().port("adverse-event"));
        watch(house, verdict, events, new Way("at the service's door", service, many), raw);
        watch(
                house,
                verdict,
                events,
                new Way("through the gateway", house.stack().gateway(), many),
                raw);
        var after = Raw.measure(house.mongo(), house.stack().bootstrap());
        verdict.figure("one insert, one message, one echo", raw)
                .figure("the same afterwards", after)
                .figure("officers", many);
        return verdict;
    }

    private record Way(String name, URI door, int officers) {}

    private static void watch(House house, Verdict verdict, SeriousEvents events, Way way, Raw raw)
            throws IOException, InterruptedException {
        House.say(way.officers() + " " + way.name());
        var doors = house.doors().through(way.door());
        doors.request("saf-01", "/").GET(); // their tokens, once for all
        doors.request("saf-02", "/").GET();
        int entered = events.entered().size();
        try (var officers = new Officers(doors)) {
            var gateway = footprint(house, "gateway");
            var service = footprint(house, "adverse-event");
            long begun = System.nanoTime();
            long after = last(house);
            for (int i = 0; i < way.officers(); i++) {
                officers.joins(after, null);
            }
            boolean all = officers.allConnected(120);
            verdict.must(all, "all are let in", officers.connected() + " of " + way.officers() + " " + way.name());
            verdict.figure(way.name() + ", connected after ms", (System.nanoTime() - begun) / 1_000_000);
            if (way.officers() > FEW) {
                verdict.figure(
                                way.name() + ", service",
                                footprint(house, "adverse-event").each(service, way.officers()))
                        .figure(
                                way.name() + ", gateway",
                                footprint(house, "gateway").each(gateway, way.officers()));
            }
            events.enter(EVENTS, RATE);
            verdict.must(officers.allReached(stillLast(house), 60), "all are told", way.name());
            report(verdict, way, officers, events.entered().subList(entered, entered + EVENTS), raw);
            away(verdict, way, officers, last(house));
        }
        Doors.pause(35_000); // until two heartbeats have found nobody
    }

    private static Footprint footprint(House house, String name) throws IOException, InterruptedException {
        return Footprint.of(house.processes().pid(name));
    }

    private static void report(Verdict verdict, Way way, Officers officers, List<Entered> entered, Raw raw) {
        var screens = officers.screens();
        var alerts = entered.stream().map(Entered::alert).toList();
        verdict.found(Screens.of(alerts, screens, List.of()).stream()
                .filter(finding -> !finding.check().equals(Screens.SEEN_TO))
                .toList());
        var due = new HashMap<String, Long>();
        entered.forEach(one -> due.put(one.alert(), one.due()));
        var each = new ArrayList<Long>();
        var last = new HashMap<String, Long>();
        screens.forEach(screen -> screen.shown().forEach(shown -> {
            var begun = due.get(shown.what().alert());
            if (begun != null && shown.what().kind().equals("alert")) {
                each.add(shown.at() - begun);
                last.merge(shown.what().alert(), shown.at() - begun, Math::max);
            }
        }));
        var spread = Spread.of(each);
        verdict.figure(way.name() + ", entry to screen", spread)
                .figure(way.name() + ", as multiples", spread.times(raw.sum()))
                .figure(way.name() + ", entry to the last screen", Spread.of(last.values()));
    }

    /** One who has nothing yet, beside all the others. */
    private static void away(Verdict verdict, Way way, Officers officers, long last) {
        long begun = System.nanoTime();
        var officer = officers.joins(0, null);
        verdict.must(officers.allReached(last, 60), "who was away gets all", way.name());
        verdict.figure(
                way.name() + ", who was away",
                String.format(Locale.ROOT, "%d in %d ms", last, (System.nanoTime() - begun) / 1_000_000));
        verdict.found(Screens.of(List.of(), List.of(officer.screen()), List.of()));
    }

    /** The last event's alert is raised after its answer: the feed's end once it has stood still. */
    private static long stillLast(House house) {
        long before = -1;
        long last = last(house);
        while (last != before) {
            Doors.pause(2_000);
            before = last;
            last = last(house);
        }
        return last;
    }

    private static long last(House house) {
        var feed = house.mongo().getDatabase("adverse-event").getCollection("alert_feed");
        var newest = feed.find().sort(new Document("_id", -1)).first();
        return newest == null ? 0 : newest.getLong("_id");
    }
}
