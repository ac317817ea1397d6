package io.equipoise.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sites that enter serious events at a pace, each sent again under its key until it is answered; one in ten is repeated. */
public final class SeriousEvents {
    private static final int SITES_AT_ONCE = 12;
    private static final int PEOPLE = 20;

    private final Doors doors;
    private final Study study;
    private final Random random;
    private final List<String> people = new ArrayList<>();
    private final Tally tally = new Tally();
    private final ConcurrentLinkedQueue<Entered> entered = new ConcurrentLinkedQueue<>();
    private int keys;

    /**
     * An event that was acknowledged to its site.
     *
     * @param due when its turn was, whether or not somebody was free to send it; microseconds since 1970
     */
    public record Entered(String alert, long due) {}

    public SeriousEvents(Doors doors, Study study, Random random) {
        this.doors = doors;
        this.study = study;
        this.random = random;
    }

    /** So that there is somebody to whom something can happen, and the room for events has heard of all of them. */
    public void register() {
        for (int i = 0; i < PEOPLE; i++) {
            var screened = Map.of(
                    "site", "01", "screenedOn", study.today().minusDays(60).toString());
            var reply = doors.post(
                    Request.json("coo-01", study.path("/subjects"), screened),
                    study.name() + "-p" + i,
                    "STUDY_UNKNOWN",
                    "SITE_NOT_OPEN",
                    "SITE_UNKNOWN");
            people.add(reply.text("subject"));
        }
    }

    /** Enters so many, each at its time; a site that is held up goes on as fast as it can. */
    public void enter(int events, double perSecond) {
        long begun = micros();
        var next = new AtomicInteger();
        int first = keys;
        keys += events;
        var sites = new ArrayList<Thread>();
        for (int s = 0; s < SITES_AT_ONCE; s++) {
            var chance = new Random(random.nextLong());
            sites.add(Thread.ofVirtual().start(() -> {
                for (int n = next.getAndIncrement(); n < events; n = next.getAndIncrement()) {
                    long due = begun + (long) (n * 1e6 / perSecond);
                    Doors.pause(Math.max(0, (due - micros()) / 1_000));
                    one(first + n, due, chance);
                }
            }));
        }
        join(sites);
    }

    private static void join(List<Thread> sites) {
        try {
            for (var site : sites) {
                site.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void one(int number, long due, Random chance) {
        var subject = people.get(number % people.size());
        var body = Map.of(
                "term",
                "Headache",
                "grade",
                3,
                "criteria",
                List.of("HOSPITALIZATION"),
                "onset",
                study.today().minusDays(3).toString(),
                "relation",
                "POSSIBLE",
                "outcome",
                "RECOVERED");
        var request = Request.json("inv-01", "/api/subjects/" + subject + "/adverse-events", body);
        var key = study.name() + "-e" + number;
        var reply = doors.post(request, key, "SUBJECT_UNKNOWN", "SITE_UNKNOWN");
        tally.asked(request.path(), reply);
        if (reply.accepted()) {
            entered.add(new Entered(reply.text("alert"), due));
        }
        if (reply.accepted() && chance.nextInt(10) == 0) {
            tally.repeated(doors.post(request, key), reply);
        }
    }

    public Tally tally() {
        return tally;
    }

    /** In the order in which they were acknowledged. */
    public List<Entered> entered() {
        return List.copyOf(entered);
    }

    static long micros() {
        var now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
