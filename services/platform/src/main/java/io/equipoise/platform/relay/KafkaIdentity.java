package io.equipoise.platform.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.journal.Tail;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Notices that the broker is not the one that was told so far, and has the relay and the seals told again to it. */
public final class KafkaIdentity implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIdentity.class);
    private static final String ID = "kafka-cluster";

    private final KafkaAdmin admin;
    private final MongoCollection<Document> bookmarks;
    private final List<Tail<?>> tails;
    private volatile boolean running;

    public KafkaIdentity(KafkaAdmin admin, MongoCollection<Document> bookmarks, List<Tail<?>> tails) {
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
        var known = bookmarks.find(Filters.eq("_id", ID)).first();
        if (known != null && !cluster.equals(known.getString("cluster"))) {
            LOG.warn("this broker is a new one: the journal is told again from the start");
            tails.stream().filter(tail -> tail.name().equals("relay")).forEach(Tail::again);
            bookmarks.deleteMany(Filters.regex("_id", "^seals/"));
        }
        bookmarks.replaceOne(
                Filters.eq("_id", ID),
                new Document("_id", ID).append("cluster", cluster),
                new ReplaceOptions().upsert(true));
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
