package io.equipoise.platform.audit;

import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.relay.Envelope;
import java.time.Clock;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** Tells every seal once it is closed, in order, so that another service anchors it. */
public final class SealTelling {
    /** Where seals are told. */
    public static final String TOPIC = "seals";

    /** The type under which they are told. */
    public static final String TYPE = "SealClosed.v1";

    private final Bookmarks bookmarks;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private final Clock clock;

    public SealTelling(Bookmarks bookmarks, KafkaOperations<String, byte[]> kafka, JsonMapper json, Clock clock) {
        this.bookmarks = bookmarks;
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
    }

    void tell(SealBook book, int lane) {
        var reader = TOPIC + "/" + lane;
        for (var seal : book.after(lane, bookmarks.reached(reader))) {
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
                    null,
                    null,
                    null);
            kafka.send(envelope.record(TOPIC, json.writeValueAsBytes(seal))).join();
            bookmarks.reach(reader, seal.ordinal());
        }
    }
}
