package io.equipoise.chaos.load;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An officer takes over what appears; one in ten is left to the clock. */
public final class Acknowledging implements AutoCloseable {
    private static final int HANDS = 4;
    private static final int LEFT_ALONE = 10;

    private final Doors doors;
    private final String account;
    private final ExecutorService hands =
            Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory());
    private final AtomicInteger underWay = new AtomicInteger();
    private final Tally tally = new Tally();

    public Acknowledging(Doors doors, String account) {
        this.doors = doors;
        this.account = account;
    }

    public void appeared(String alert) {
        if (Math.floorMod(alert.hashCode(), LEFT_ALONE) == 0) {
            return;
        }
        underWay.incrementAndGet();
        hands.execute(() -> {
            var path = "/api/safety/alerts/" + alert + "/acknowledgement";
            tally.asked(path, doors.post(Request.json(account, path, Map.of("note", "taken over")), "ack-" + alert));
            underWay.decrementAndGet();
        });
    }

    public Tally tally() {
        return tally;
    }

    /** How many wait to be sent, or for an answer. */
    public int underWay() {
        return underWay.get();
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
