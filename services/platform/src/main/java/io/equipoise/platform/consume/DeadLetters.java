package io.equipoise.platform.consume;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** What nobody could read: kept with where it came from and why, for a person to look at and tell again. */
public final class DeadLetters {
    private final MongoCollection<Document> letters;

    public DeadLetters(MongoCollection<Document> letters) {
        this.letters = letters;
    }

    void keep(ConsumerRecord<?, ?> record, String why) {
        var id = record.topic() + "-" + record.partition() + "-" + record.offset();
        letters.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("key", String.valueOf(record.key()))
                        .append("why", why)
                        .append("state", "OPEN")
                        .append("at", Instant.now().toString()),
                new ReplaceOptions().upsert(true));
    }

    public List<Document> list(int limit) {
        return letters.find().sort(Sorts.descending("at")).limit(limit).into(new ArrayList<>());
    }

    public long open() {
        return letters.countDocuments(Filters.eq("state", "OPEN"));
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(letters.find(Filters.eq("_id", id)).first());
    }

    public void settled(String id) {
        find(id).ifPresent(letter -> letters.replaceOne(Filters.eq("_id", id), letter.append("state", "REDRIVEN")));
    }
}
