package io.equipoise.chaos.watch;

import io.equipoise.chaos.load.Doors;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several officers at once, the two accounts in turn. */
public final class Officers implements AutoCloseable {
    private final List<Officer> all = new CopyOnWriteArrayList<>();
    private final Alphabet alphabet = new Alphabet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Doors doors;

    public Officers(Doors doors) {
        this.doors = doors;
        var _ = watch.scheduleWithFixedDelay(() -> all.forEach(Officer::hangUpIfSilent), 5, 5, TimeUnit.SECONDS);
    }

    /** One more, who has everything up to that number. */
    public Officer joins(long after, @Nullable Consumer<Shown> seen) {
        int number = all.size() + 1;
        var officer = new Officer(
                "officer " + number,
                new Officer.Seat(doors, number % 2 == 1 ? "saf-01" : "saf-02", alphabet),
                after,
                seen == null ? shown -> {} : seen);
        all.add(officer);
        officer.sitDown();
        return officer;
    }

    public List<Screen> screens() {
        return all.stream().map(Officer::screen).toList();
    }

    public long connected() {
        return all.stream().filter(Officer::connected).count();
    }

    /** Waits until all are connected; false if patience ends first. */
    public boolean allConnected(int seconds) {
        return within(seconds, () -> connected() == all.size());
    }

    /** Waits until each has everything up to that number; false if patience ends first. */
    public boolean allReached(long number, int seconds) {
        return within(seconds, () -> all.stream().allMatch(officer -> officer.last() >= number));
    }

    private static boolean within(int seconds, BooleanSupplier so) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Doors.pause(100);
        }
        return true;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        all.forEach(Officer::close);
    }
}
