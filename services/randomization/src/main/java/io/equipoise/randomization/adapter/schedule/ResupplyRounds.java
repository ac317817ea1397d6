package io.equipoise.randomization.adapter.schedule;

import io.equipoise.randomization.application.Resupplying;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks every few minutes whether a planned day of some study's resupply has come. Several instances may look at once. */
public final class ResupplyRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ResupplyRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Resupplying resupplying;
    private final Supplier<List<String>> studies;
    private final Clock clock;
    private volatile ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    public ResupplyRounds(Resupplying resupplying, Supplier<List<String>> studies, Clock clock) {
        this.resupplying = resupplying;
        this.studies = studies;
        this.clock = clock;
        clockwork.shutdown();
    }

    @Override
    public void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("resupply").factory());
        var _ = clockwork.scheduleWithFixedDelay(
                this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            resupplying.round(studies.get(), clock.instant());
        } catch (RuntimeException storeIsDown) {
            LOG.warn("resupply is looked at again later: {}", storeIsDown.toString());
        }
    }

    @Override
    public void stop() {
        clockwork.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !clockwork.isShutdown();
    }
}
