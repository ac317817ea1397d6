package io.equipoise.platform.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.relay.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** Seals the journal behind its writers, without slowing them, and tells each seal so that others can anchor it. */
public final class Sealer implements SmartLifecycle {
    /** Where seals are told. */
    public static final String TOPIC = "seals";

    /** The type under which they are told. */
    public static final String TYPE = "SealClosed.v1";

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final SealBook book;
    private final int lanes;
    private final MongoCollection<Document> bookmarks;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    public Sealer(
            SealBook book,
            int lanes,
            MongoCollection<Document> bookmarks,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json,
            Clock clock) {
        this.book = book;
        this.lanes = lanes;
        this.bookmarks = bookmarks;
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
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
                tell(lane);
            }
        } catch (RuntimeException e) {
            LOG.warn("sealing waits: {}", e.toString());
        }
    }

    private void tell(int lane) {
        var id = TOPIC + "/" + lane;
        var bookmark = bookmarks.find(Filters.eq("_id", id)).first();
        for (var seal : book.after(lane, bookmark == null ? 0 : bookmark.getLong("position"))) {
            var stream = TOPIC + "/" + seal.service() + "/" + lane;
            var envelope = new Envelope(
                    stream + "/" + seal.ordinal(),
                    seal.service(),
                    stream,
                    TYPE,
                    clock.instant(),
                    seal.ordinal(),
                    1,
                    1,
                    null);
            kafka.send(envelope.record(TOPIC, json.writeValueAsBytes(seal))).join();
            bookmarks.replaceOne(
                    Filters.eq("_id", id),
                    new Document("_id", id).append("position", seal.ordinal()),
                    new ReplaceOptions().upsert(true));
        }
    }
}
