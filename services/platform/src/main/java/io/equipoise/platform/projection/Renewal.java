package io.equipoise.platform.projection;

import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.journal.Bookmarks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Read models that another version of the code has built, or that are new, are built anew when the service starts. Until
 * then it listens to nobody and does not say that it is ready; a broker that is away is waited for.
 */
public final class Renewal implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Projections projections;
    private final Optional<OwnReplay> own;
    private final Replays replays;
    private final Reading reading;
    private final Bookmarks bookmarks;
    private volatile boolean running;

    /** What the service hears with. */
    public record Reading(Inbox inbox, Listener listener) {}

    public Renewal(
            Projections projections, Optional<OwnReplay> own, Replays replays, Reading reading, Bookmarks bookmarks) {
        this.projections = projections;
        this.own = own;
        this.replays = replays;
        this.reading = reading;
        this.bookmarks = bookmarks;
    }

    /** Before the listener and the tails start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        if (reading.inbox().isEmpty()) {
            note(projections.versions());
        }
        own.filter(OwnReplay::isEmpty).ifPresent(replay -> note(replay.versions()));
        if (othersAreOld() || own.filter(this::isOld).isPresent()) {
            LOG.info("read models are of another version: they are built anew");
            reading.listener().hold();
            Thread.ofVirtual().name("renewal").start(this::renew);
        }
    }

    private void renew() {
        var pause = Duration.ofMillis(200);
        while (running) {
            try {
                renewOnce();
                reading.listener().letGo();
                LOG.info("read models were built anew");
                return;
            } catch (RuntimeException e) {
                LOG.warn("read models cannot be built anew yet: {}", e.toString());
                pause = pause(pause);
            }
        }
    }

    private void renewOnce() {
        own.filter(this::isOld).ifPresent(replay -> {
            replay.renew();
            note(replay.versions());
        });
        if (othersAreOld()) {
            replays.renewOthers();
            note(projections.versions());
        }
    }

    private boolean othersAreOld() {
        return differs(projections.versions());
    }

    private boolean isOld(OwnReplay replay) {
        return differs(replay.versions());
    }

    private boolean differs(Map<String, Integer> versions) {
        return versions.entrySet().stream()
                .anyMatch(each -> !bookmarks.builtBy(each.getKey()).equals(Optional.of(each.getValue())));
    }

    private void note(Map<String, Integer> versions) {
        versions.forEach(bookmarks::built);
    }

    private static Duration pause(Duration before) {
        try {
            Thread.sleep(before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var longer = before.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
