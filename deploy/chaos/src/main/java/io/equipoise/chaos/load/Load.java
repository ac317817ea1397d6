package io.equipoise.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients at once, each with people of its own, until they are told to stop or have done enough. */
public final class Load implements AutoCloseable {
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger people = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();
    private final List<String> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Tally tally;

    private Load(Tally tally) {
        this.tally = tally;
    }

    /** How many at once, under which keys, and after how many commands it is enough. */
    public record Size(int clients, String keys, int commands) {}

    /** What each client does with its next person. */
    private interface Way {
        void go(Visit visit);
    }

    public static Load whole(Doors doors, Study study, Random seed, Size size) {
        return start(doors, study, seed, size, Visit::whole);
    }

    /** Without anything for which one service must have heard another. */
    public static Load apart(Doors doors, Study study, Random seed, Size size, String known) {
        return start(doors, study, seed, size, visit -> visit.apart(known));
    }

    private static Load start(Doors doors, Study study, Random seed, Size size, Way way) {
        var load = new Load(new Tally());
        for (int c = 0; c < size.clients(); c++) {
            var random = new Random(seed.nextLong());
            var name = size.keys() + "-" + c;
            load.clients.add(Thread.ofVirtual().name(name).start(() -> {
                for (int n = 1; !load.stopping.get() && load.tally.commands() < size.commands(); n++) {
                    load.one(new Visit(doors, study, random, name + "-" + n, load.tally), way);
                }
            }));
        }
        return load;
    }

    private void one(Visit visit, Way way) {
        try {
            way.go(visit);
            people.incrementAndGet();
        } catch (Visit.NotSettled e) {
            failures.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
    }

    public Tally tally() {
        return tally;
    }

    public int people() {
        return people.get();
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    public boolean running() {
        return clients.stream().anyMatch(Thread::isAlive);
    }

    /** Waits until the clients have done enough. */
    public void join(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (running() && System.nanoTime() < until) {
            Doors.pause(100);
        }
    }

    @Override
    public void close() {
        finish();
    }

    /** Each client finishes the person that it is with. */
    public void finish() {
        stopping.set(true);
        join(170_000);
        if (running()) {
            failures.add("clients did not come to an end");
        }
    }
}
