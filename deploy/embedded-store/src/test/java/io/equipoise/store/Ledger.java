package io.equipoise.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;

/** One writer, and what it was told: which documents it has in which version, and which it has deleted. */
final class Ledger {

    private final Map<String, Long> versions = new HashMap<>();
    private final List<String> deleted = new ArrayList<>();
    private final Random random;
    private final String name;
    private int written;
    private volatile int acknowledged;

    Ledger(int name) {
        this.name = "writer" + name;
        this.random = new Random(name);
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Inserts, updates and deletes until the store is gone. */
    void writeUntilItIsGone(MongoCollection<Document> collection) {
        try {
            while (true) {
                write(collection);
                acknowledged++;
            }
        } catch (MongoException gone) {
            // what was not acknowledged may be there or not
        }
    }

    private void write(MongoCollection<Document> collection) {
        if (versions.isEmpty() || random.nextInt(10) < 5) {
            var id = name + "-" + written++;
            collection.insertOne(new Document("_id", id)
                    .append("stream", "stream/" + id)
                    .append("version", 1L)
                    .append("site", random.nextInt(9))
                    .append("tags", List.of("t" + random.nextInt(5), "u" + random.nextInt(3)))
                    .append("text", "y".repeat(random.nextInt(400))));
            versions.put(id, 1L);
            return;
        }
        var id = List.copyOf(versions.keySet()).get(random.nextInt(versions.size()));
        if (random.nextInt(5) > 0) {
            long next = versions.get(id) + 1;
            var change = combine(set("version", next), set("site", random.nextInt(9)), set("opt", random.nextInt(50)));
            collection.updateOne(and(eq("_id", id), lt("version", next)), change);
            versions.put(id, next);
        } else {
            long version = versions.remove(id); // from here on it may be there or not
            collection.deleteOne(eq("_id", id));
            deleted.add(id);
        }
    }

    /** What was acknowledged and is not so in the store. */
    List<String> lost(MongoCollection<Document> collection) {
        var found = new HashMap<String, Long>();
        collection.find().forEach(document -> found.put(document.getString("_id"), document.getLong("version")));
        var lost = new ArrayList<String>();
        versions.forEach((id, version) -> {
            if (found.getOrDefault(id, 0L) < version) {
                lost.add(id + " is at " + found.get(id) + ", not at " + version);
            }
        });
        deleted.stream().filter(found::containsKey).forEach(id -> lost.add(id + " was deleted"));
        return lost;
    }
}
