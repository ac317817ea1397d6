package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.relay.Envelope.Unreadable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Builds every projection a second time, from the first message, beside the living one, and compares them. */
public final class ProjectionCheck {
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionCheck.class);

    private final MongoDatabase living;
    private final MongoDatabase shadow;
    private final ConsumerFactory<String, byte[]> consumers;
    private final JsonMapper json;

    public ProjectionCheck(
            MongoDatabase living, MongoDatabase shadow, ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        this.living = living;
        this.shadow = shadow;
        this.consumers = consumers;
        this.json = json;
    }

    /** One collection, as it lives and as a fresh replay has it. */
    public record Compared(String collection, long documents, String living, String replayed) {
        public boolean equal() {
            return living.equals(replayed);
        }
    }

    /** Where the shadow projections are built. */
    public MongoDatabase shadow() {
        return shadow;
    }

    /** Feeds all that the topics hold now to the shadow projections. */
    public void hear(List<String> topics, List<Projection> projections) {
        if (topics.isEmpty()) {
            return;
        }
        Consumer<Heard> apply = heard -> projections.stream()
                .filter(p -> p.topics().contains(heard.topic()))
                .forEach(p -> p.apply(heard));
        var inbox = new Inbox(shadow, json, apply);
        inbox.forget();
        try (var consumer = consumers.createConsumer("projection-check-" + living.getName(), "check")) {
            var partitions = new ArrayList<TopicPartition>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = new HashMap<>(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> take(inbox, record));
                inbox.writeDown();
            }
            for (var topic : topics) {
                var all = partitions.stream()
                        .filter(p -> p.topic().equals(topic))
                        .map(TopicPartition::partition)
                        .toList();
                inbox.retry(topic, all);
            }
        }
    }

    /** What is a dead letter to the living projection is one to the shadow. */
    private static void take(Inbox inbox, ConsumerRecord<String, byte[]> record) {
        try {
            inbox.take(record);
        } catch (Unreadable deadLetter) {
            LOG.debug("not readable: {}", deadLetter.getMessage());
        }
    }

    public void clear(List<String> collections) {
        collections.forEach(name -> shadow.getCollection(name).deleteMany(new Document()));
    }

    public List<Compared> compare(List<String> collections) {
        return collections.stream()
                .map(name -> new Compared(
                        name, living.getCollection(name).countDocuments(), digest(living, name), digest(shadow, name)))
                .toList();
    }

    private static String digest(MongoDatabase database, String collection) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var document : database.getCollection(collection).find().sort(Sorts.ascending("_id"))) {
                digest.update(Fields.byName(document).toJson().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
