package io.equipoise.platform.relay;

import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Tail;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Notices that the broker is not the one that was told so far, and has the relay and the seals told again to it. */
public final class KafkaIdentity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIdentity.class);

    private final KafkaAdmin admin;
    private final Bookmarks bookmarks;
    private final List<Tail<?>> tails;
    private volatile boolean running;

    public KafkaIdentity(KafkaAdmin admin, Bookmarks bookmarks, List<Tail<?>> tails) {
        this.admin = admin;
        this.bookmarks = bookmarks;
        this.tails = List.copyOf(tails);
    }

    /** Before the tails start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        var cluster = admin.clusterId();
        if (cluster == null) {
            return;
        }
        if (bookmarks.broker().filter(known -> !known.equals(cluster)).isPresent()) {
            LOG.warn("this broker is a new one: the journal is told again from the start");
            tails.stream()
                    .filter(tail -> tail.name().equals("relay"))
                    .forEach(tail -> tail.again(() -> bookmarks.restart("seals/")));
        }
        bookmarks.told(cluster);
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
