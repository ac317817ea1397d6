package io.equipoise.platform.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the journal lane by lane from a bookmark, for ever: what was recorded and not yet handled when the process died
 * is handled when it returns, without anyone asking. Handles a commit at least once, in order; a handler that fails is
 * asked again, with growing patience.
 */
public final class Tail<E> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration LEAVING = Duration.ofSeconds(2);

    /** A busy lane's bookmark is written no more often: after a crash so much is handled again. */
    private static final long NOTED_AT_MOST_EVERY = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final Journal<E> journal;
    private final Bookmarks bookmarks;
    private final Consumer<List<Commit<E>>> handler;
    private final List<Lane> lanes;
    private final ReadWriteLock turn = new ReentrantReadWriteLock();
    private List<Thread> followers = List.of();
    private volatile boolean running;

    private static final class Lane {
        private final int number;
        private final Semaphore news = new Semaphore(0);
        private volatile long reached;
        private volatile long noted;
        private volatile long notedAt = System.nanoTime() - NOTED_AT_MOST_EVERY;

        private Lane(int number) {
            this.number = number;
        }

        /** Nanoseconds until the bookmark may be written again. */
        private long restsFor() {
            return notedAt + NOTED_AT_MOST_EVERY - System.nanoTime();
        }

        private boolean isNoted() {
            return noted == reached;
        }
    }

    public Tail(String name, Journal<E> journal, Bookmarks bookmarks, Consumer<List<Commit<E>>> handler) {
        this.name = name;
        this.journal = journal;
        this.bookmarks = bookmarks;
        this.handler = handler;
        this.lanes = IntStream.range(0, journal.lanes()).mapToObj(Lane::new).toList();
        journal.onAppend(lane -> lanes.get(lane).news.release());
    }

    @Override
    public void start() {
        running = true;
        followers = lanes.stream()
                .map(lane -> Thread.ofVirtual().name(name + "-" + lane.number).start(() -> follow(lane)))
                .toList();
    }

    /** Waits until what is being handled is handled and noted, but not for a store that is away. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            for (var follower : followers) {
                follower.join(LEAVING);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    public String name() {
        return name;
    }

    /** The last position handled in a lane. */
    public long reached(int lane) {
        return lanes.get(lane).reached;
    }

    /** Of all lanes together: grows with every commit that was handled. */
    public long reached() {
        return lanes.stream().mapToLong(lane -> lane.reached).sum();
    }

    /** Handles the whole journal again, after the caller's cleaning up, while which nothing is handled. */
    public void again(Runnable whileStill) {
        meanwhile(() -> {
            whileStill.run();
            for (var lane : lanes) {
                lane.reached = 0;
                note(lane);
            }
        });
        wake();
    }

    /** Does this while nothing is handled; then it goes on where it was. */
    public void meanwhile(Runnable still) {
        turn.writeLock().lock();
        try {
            still.run();
        } finally {
            turn.writeLock().unlock();
        }
    }

    private void wake() {
        for (var lane : lanes) {
            lane.news.release();
        }
    }

    private void follow(Lane lane) {
        long pause = 50;
        boolean knowsWhere = false;
        while (running) {
            try {
                if (!knowsWhere) {
                    lane.reached = bookmarks.reached(bookmark(lane));
                    lane.noted = lane.reached;
                    knowsWhere = true;
                }
                if (!step(lane)) {
                    await(lane);
                }
                pause = 50;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("{} waits at position {} of lane {}: {}", name, lane.reached, lane.number, e.toString());
                    sleep(pause);
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                }
            }
        }
        leave(lane);
    }

    /** Whether there may be more to handle already. */
    private boolean step(Lane lane) {
        turn.readLock().lock();
        try {
            var commits = journal.news(lane.number, lane.reached, BATCH);
            if (!commits.isEmpty()) {
                handler.accept(commits);
                lane.reached = commits.getLast().position();
            }
            if (!lane.isNoted() && lane.restsFor() <= 0) {
                note(lane);
            }
            return commits.size() >= BATCH;
        } finally {
            turn.readLock().unlock();
        }
    }

    private void note(Lane lane) {
        var position = lane.reached;
        bookmarks.reach(bookmark(lane), position);
        lane.noted = position;
        lane.notedAt = System.nanoTime();
    }

    /** Whoever is told to stop notes where; if the store is gone already, the last moment is handled again. */
    private void leave(Lane lane) {
        turn.readLock().lock();
        try {
            if (!lane.isNoted()) {
                note(lane);
            }
        } catch (RuntimeException storeIsGone) {
            LOG.debug("{} did not note position {} of lane {}", name, lane.reached, lane.number);
        } finally {
            turn.readLock().unlock();
        }
    }

    private void await(Lane lane) {
        try {
            var longest = lane.isNoted() ? LOOK.toNanos() : Math.max(0, lane.restsFor());
            if (lane.news.tryAcquire(longest, TimeUnit.NANOSECONDS)) {
                lane.news.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String bookmark(Lane lane) {
        return name + "/" + lane.number;
    }
}
