package io.equipoise.imaging.adapter.clock;

import io.equipoise.imaging.application.MissingScans;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks from time to time which scans have become missing, and has each told once. Repeats are harmless. */
public final class MissingScanSweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MissingScanSweeper.class);

    private final MissingScans missing;
    private final Duration every;
    private final Duration patience;
    private volatile ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    public MissingScanSweeper(MissingScans missing, Duration every, Duration patience) {
        this.missing = missing;
        this.every = every;
        this.patience = patience;
        clock.shutdown();
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("missing-scans").factory());
        var _ = clock.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            missing.tell(patience);
        } catch (RuntimeException e) {
            LOG.warn("missing scans are looked for again later: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !clock.isShutdown();
    }
}
