package io.equipoise.adverseevent.adapter.schedule;

import io.equipoise.adverseevent.application.ClockWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at all clocks now and then, first of all at start. */
public final class ClockRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRounds.class);

    private final ClockWatch watch;
    private final Duration every;
    private ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    public ClockRounds(ClockWatch watch, Duration every) {
        this.watch = watch;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        clockwork.shutdownNow();
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("clock-rounds").factory());
        var _ = clockwork.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            watch.sweep();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("the clocks are looked at again: {}", e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
