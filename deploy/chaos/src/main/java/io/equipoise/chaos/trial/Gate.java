package io.equipoise.chaos.trial;

import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Test 0: killed with more than a thousand commits untold; restarted, and nobody asks it for anything: all told in 10 s. */
final class Gate implements Trial {
    private static final String SERVICE = "adverse-event";
    private static final int COMMITS = 1_100;
    private static final int WITHIN = 10;

    private final boolean planted;

    /** A planted bug: the broker is never let go on, so the relay cannot tell. */
    Gate(boolean planted) {
        this.planted = planted;
    }

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("0", "killed with 1,100 commits untold, all told in 10 s without load");
        var study = house.study("G0N" + Math.abs(house.random().nextInt(10_000)));
        var subject = house.doors()
                .post(
                        Request.json(
                                "coo-01",
                                "/api/studies/" + study.name() + "/subjects",
                                Map.of(
                                        "site",
                                        "01",
                                        "screenedOn",
                                        study.today().minusDays(60).toString())),
                        study.name() + "-1",
                        "STUDY_UNKNOWN",
                        "SITE_NOT_OPEN")
                .text("subject");
        event(house, study.name() + "-2", subject, study.today().minusDays(3).toString());
        verdict.must(house.quiet().within(60).isEmpty(), "everything settles", "before the broker is frozen");
        house.processes().freeze("broker");
        try {
            enter(house, study.name(), subject, study.today().minusDays(3).toString());
            killAndWatch(house, verdict);
        } finally {
            house.processes().thaw("broker");
        }
        if (!planted) {
            house.compare(verdict);
        }
        return verdict;
    }

    private void killAndWatch(House house, Verdict verdict) {
        long head = house.journals().newest(SERVICE);
        long told = house.journals().bookmark(SERVICE, "relay");
        verdict.figure("untold when killed", head - told);
        verdict.must(head - told > 1_000, "more than 1,000 untold", told + " of " + head);
        long pid = house.processes().pid(SERVICE);
        long killed = System.nanoTime();
        house.processes().kill(SERVICE);
        if (!planted) {
            house.processes().thaw("broker");
        }
        long back = house.processes().backAfter(SERVICE, pid);
        long answered = System.nanoTime();
        while (house.journals().bookmark(SERVICE, "relay") < head
                && System.nanoTime() - answered < WITHIN * 1_000_000_000L) {
            Doors.pause(50);
        }
        long reached = house.journals().bookmark(SERVICE, "relay");
        verdict.figure("well again after ms", back)
                .figure("all told ms after that", (System.nanoTime() - answered) / 1_000_000)
                .figure("all told ms after the kill", (System.nanoTime() - killed) / 1_000_000);
        verdict.must(reached >= head, "all told in 10 s", reached + " of " + head);
    }

    private static void enter(House house, String study, String subject, String onset) {
        var atOnce = new Semaphore(8);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < COMMITS; i++) {
                var key = study + "-g" + i;
                clients.execute(() -> {
                    atOnce.acquireUninterruptibly();
                    try {
                        event(house, key, subject, onset);
                    } finally {
                        atOnce.release();
                    }
                });
            }
        }
    }

    private static void event(House house, String key, String subject, String onset) {
        var body = Map.of(
                "term",
                "Headache",
                "grade",
                1,
                "criteria",
                List.of(),
                "onset",
                onset,
                "relation",
                "UNRELATED",
                "outcome",
                "RECOVERED");
        house.doors()
                .post(
                        Request.json("inv-01", "/api/subjects/" + subject + "/adverse-events", body),
                        key,
                        "SUBJECT_UNKNOWN",
                        "SITE_UNKNOWN");
    }
}
