package io.equipoise.enrolment.adapter.schedule;

import io.equipoise.enrolment.application.PlaceSweeper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Sweeps places every quarter of a minute; several instances may sweep at once. */
public final class Sweeping implements SmartLifecycle, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final PlaceSweeper sweeper;
    private final Clock clock;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private @Nullable Future<?> rounds;

    public Sweeping(PlaceSweeper sweeper, Clock clock) {
        this.sweeper = sweeper;
        this.clock = clock;
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("places-");
    }

    @Override
    public synchronized void start() {
        rounds = scheduler.scheduleWithFixedDelay(this::sweep, clock.instant().plus(EVERY), EVERY);
    }

    private void sweep() {
        try {
            int released = sweeper.sweep(clock.instant());
            if (released > 0) {
                LOG.info("{} places went back", released);
            }
        } catch (RuntimeException storeIsDown) {
            LOG.warn("places were not swept, trying again: {}", storeIsDown.toString());
        }
    }

    @Override
    public synchronized void stop() {
        var started = rounds;
        if (started != null) {
            started.cancel(false);
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
