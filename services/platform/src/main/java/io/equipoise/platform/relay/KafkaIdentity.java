package io.equipoise.platform.relay;

import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Tail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Notices that the broker is not the one that was told so far, and has the relay and the seals told again to it. Looks
 * when the service starts and from time to time, because a broker may be away at that moment, or be replaced later.
 */
public final class KafkaIdentity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIdentity.class);
    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final Supplier<Optional<String>> broker;
    private final Bookmarks bookmarks;
    private final List<Tail<?>> tails;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    public KafkaIdentity(KafkaAdmin admin, Bookmarks bookmarks, List<Tail<?>> tails) {
        this(new BrokerAsked(admin.getConfigurationProperties()), bookmarks, tails, OFTEN);
    }

    KafkaIdentity(Supplier<Optional<String>> broker, Bookmarks bookmarks, List<Tail<?>> tails, Duration every) {
        this.broker = broker;
        this.bookmarks = bookmarks;
        this.tails = List.copyOf(tails);
        this.every = every;
    }

    /** Before the tails start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        look();
        var started =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = started.scheduleWithFixedDelay(
                this::lookAgain, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("store or broker is away: {}", e.toString());
        }
    }

    private void look() {
        broker.get().ifPresent(this::compare);
    }

    private void compare(String cluster) {
        var known = bookmarks.broker();
        if (known.isPresent() && known.get().equals(cluster)) {
            return;
        }
        if (known.isPresent()) {
            LOG.warn("this broker is a new one: the journal is told again from the start");
            tails.stream()
                    .filter(tail -> tail.name().equals("relay"))
                    .forEach(tail -> tail.again(() -> bookmarks.restart("seals/")));
        }
        bookmarks.told(cluster);
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
}
