package io.equipoise.platform.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Seals the journal behind its writers, without slowing them, and tells each seal so that others can anchor it. */
public final class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final SealBook book;
    private final int lanes;
    private final SealTelling telling;
    private @Nullable ScheduledExecutorService timer;

    public Sealer(SealBook book, int lanes, SealTelling telling) {
        this.book = book;
        this.lanes = lanes;
        this.telling = telling;
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = started.scheduleWithFixedDelay(this::run, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void run() {
        try {
            for (int lane = 0; lane < lanes; lane++) {
                while (book.close(lane).isPresent()) {
                    LOG.debug("sealed lane {}", lane);
                }
                telling.tell(book, lane);
            }
        } catch (RuntimeException e) {
            LOG.warn("sealing waits: {}", e.toString());
        }
    }
}
