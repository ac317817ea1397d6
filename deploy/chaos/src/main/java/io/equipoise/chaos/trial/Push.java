package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Finding;
import io.equipoise.chaos.check.Screens;
import io.equipoise.chaos.figure.Spread;
import io.equipoise.chaos.load.Acknowledging;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.SeriousEvents;
import io.equipoise.chaos.load.SeriousEvents.Entered;
import io.equipoise.chaos.load.Study;
import io.equipoise.chaos.watch.Officers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** Sites that enter serious events, and officers who watch: what the tests of the push have in common. */
final class Push implements AutoCloseable {
    private static final int OFFICERS = 5;
    private static final int LOOK_MILLIS = 3_000;

    /** How long an alert may wait in these studies before the clock goes a step up. */
    private static final String ESCALATE_AFTER = "PT30S";

    private final House house;
    private final Officers officers;
    private final Acknowledging acknowledging;
    private final SeriousEvents events;

    Push(House house, String name) {
        this.house = house;
        var study = Study.ofEvents(house.doors(), name, ESCALATE_AFTER);
        events = new SeriousEvents(house.doors(), study, house.random());
        events.register();
        acknowledging = new Acknowledging(house.doors(), "saf-01");
        officers = new Officers(house.doors());
        officers.joins(0, shown -> {
            if (shown.what().kind().equals("alert")) {
                acknowledging.appeared(shown.what().alert());
            }
        });
        for (int i = 1; i < OFFICERS; i++) {
            officers.joins(0, null);
        }
        if (!officers.allConnected(60)) {
            throw new IllegalStateException("the officers could not sit down");
        }
    }

    SeriousEvents events() {
        return events;
    }

    Officers officers() {
        return officers;
    }

    /** Until all that was entered so far is on every screen and acknowledged, or patience has ended. */
    void rest(int seconds) {
        await(seconds, () -> acknowledging.underWay() == 0 && officers.allReached(last(), 1));
    }

    private static void await(int seconds, BooleanSupplier what) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        do {
            Doors.pause(LOOK_MILLIS);
        } while (!what.getAsBoolean() && System.nanoTime() < until);
    }

    /** What speaks against it once everything has come to rest, or patience has ended. */
    List<Finding> settle(int seconds) {
        await(
                seconds,
                () -> acknowledging.underWay() == 0
                        && officers.allReached(last(), 1)
                        && findings().isEmpty());
        var findings = new ArrayList<>(findings());
        if (acknowledging.underWay() > 0) {
            findings.add(new Finding(Screens.SEEN_TO, acknowledging.underWay() + " are still being acknowledged"));
        }
        if (!officers.allReached(last(), 1)) {
            findings.add(new Finding(Screens.REACHED, "officers are not at the feed's last number " + last()));
        }
        return findings;
    }

    private List<Finding> findings() {
        return Screens.of(alerts(), officers.screens(), house.journals().of("adverse-event"));
    }

    List<String> alerts() {
        return events.entered().stream().map(Entered::alert).toList();
    }

    Acknowledging acknowledging() {
        return acknowledging;
    }

    /** The feed's highest number, as the store has it. */
    long last() {
        var feed = house.mongo().getDatabase("adverse-event").getCollection("alert_feed");
        var newest = feed.find().sort(new Document("_id", -1)).first();
        return newest == null ? 0 : Objects.requireNonNull(newest.getLong("_id"));
    }

    /** From when its turn was at the site to each screen, of those entered from the n-th to before the m-th. */
    Spread fromTheSite(int from, int to) {
        var due = new HashMap<String, Long>();
        events.entered().subList(from, to).forEach(entered -> due.put(entered.alert(), entered.due()));
        var taken = new ArrayList<Long>();
        officers.screens()
                .forEach(screen -> screen.shown().forEach(shown -> {
                    var begun = shown.what().kind().equals("alert")
                            ? due.get(shown.what().alert())
                            : null;
                    if (begun != null) {
                        taken.add(shown.at() - begun);
                    }
                }));
        return Spread.of(taken);
    }

    /** From the instant that the journal has to each screen. */
    Spread fromTheJournal(int from, int to) {
        var some = new HashSet<>(alerts().subList(from, to));
        var taken = new ArrayList<Long>();
        officers.screens()
                .forEach(screen -> screen.shown().stream()
                        .filter(shown ->
                                shown.raised() > 0 && some.contains(shown.what().alert()))
                        .forEach(shown -> taken.add(shown.at() - shown.raised())));
        return Spread.of(taken);
    }

    @Override
    public void close() {
        officers.close();
        acknowledging.close();
    }
}
