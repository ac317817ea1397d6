package io.equipoise.platform.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
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

    private final String name;
    private final Journal<E> journal;
    private final Bookmarks bookmarks;
    private final Consumer<List<Commit<E>>> handler;
    private final AtomicLongArray reached;
    private final Semaphore[] news;
    private final ReadWriteLock turn = new ReentrantReadWriteLock();
    private volatile boolean running;

    public Tail(String name, Journal<E> journal, Bookmarks bookmarks, Consumer<List<Commit<E>>> handler) {
        this.name = name;
        this.journal = journal;
        this.bookmarks = bookmarks;
        this.handler = handler;
        this.reached = new AtomicLongArray(journal.lanes());
        this.news = new Semaphore[journal.lanes()];
        for (int lane = 0; lane < news.length; lane++) {
            news[lane] = new Semaphore(0);
        }
        journal.onAppend(this::wake);
    }

    @Override
    public void start() {
        running = true;
        for (int lane = 0; lane < news.length; lane++) {
            int number = lane;
            Thread.ofVirtual().name(name + "-" + number).start(() -> follow(number));
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
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
        return reached.get(lane);
    }

    /** Handles the whole journal again, after the caller's cleaning up, while which nothing is handled. */
    public void again(Runnable whileStill) {
        turn.writeLock().lock();
        try {
            whileStill.run();
            for (int lane = 0; lane < news.length; lane++) {
                bookmarks.reach(bookmark(lane), 0);
                reached.set(lane, 0);
            }
        } finally {
            turn.writeLock().unlock();
        }
        wake();
    }

    private void wake() {
        for (var lane : news) {
            lane.release();
        }
    }

    private void follow(int lane) {
        long pause = 50;
        boolean knowsWhere = false;
        while (running) {
            try {
                if (!knowsWhere) {
                    reached.set(lane, bookmarks.reached(bookmark(lane)));
                    knowsWhere = true;
                }
                if (!step(lane)) {
                    await(lane);
                }
                pause = 50;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("{} waits at position {} of lane {}: {}", name, reached.get(lane), lane, e.toString());
                    sleep(pause);
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                }
            }
        }
    }

    /** False if there was nothing to handle. */
    private boolean step(int lane) {
        turn.readLock().lock();
        try {
            var commits = journal.after(lane, reached.get(lane), BATCH);
            if (commits.isEmpty()) {
                return false;
            }
            handler.accept(commits);
            var to = commits.getLast().position();
            bookmarks.reach(bookmark(lane), to);
            reached.set(lane, to);
            return true;
        } finally {
            turn.readLock().unlock();
        }
    }

    private void await(int lane) {
        try {
            if (news[lane].tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                news[lane].drainPermits();
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

    private String bookmark(int lane) {
        return name + "/" + lane;
    }
}
