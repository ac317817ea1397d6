package io.equipoise.adverseevent.adapter.schedule;

import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Escalations;
import io.equipoise.adverseevent.application.OpenAlerts;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks every second for steps that are due and for deliveries that nobody carries, first of all at start. */
public final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Escalations escalations;
    private final OpenAlerts open;
    private final Deliveries deliveries;
    private ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    public Rounds(Escalations escalations, OpenAlerts open, Deliveries deliveries) {
        this.escalations = escalations;
        this.open = open;
        this.deliveries = deliveries;
    }

    @Override
    public void start() {
        running = true;
        deliveries.open();
        clockwork.shutdownNow();
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("rounds").factory());
        var _ = clockwork.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        attempt(escalations::sweep);
        attempt(() -> deliveries.lookAfter(open.undelivered()));
    }

    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("the rounds are made again: {}", e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
        deliveries.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
