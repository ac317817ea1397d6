package io.equipoise.platform.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each stream has been heard, and which of its messages wait for an earlier one or for something else. Places are
 * noted in memory and written down once for many messages: who notes must not let Kafka forget a message before
 * {@link #writeDown}. A message heard again after a crash in between changes nothing.
 */
final class Ledger {
    static final String PLACES = "heard";
    static final String PROTOCOL = "protocol";

    private static final int REMEMBERED = 5_000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> heard;
    private final MongoCollection<Document> parked;
    private final JsonMapper json;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Place> unwritten = new LinkedHashMap<>();
    private final Map<String, Place> places = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** A message set aside, where it came from, and what it waits for. */
    record Parked(Letter letter, String why) {}

    Ledger(MongoDatabase database, JsonMapper json) {
        this.heard = database.getCollection(PLACES);
        this.parked = database.getCollection("parked");
        this.json = json;
        parked.createIndex(Indexes.ascending("key", "version", "part"), new IndexOptions().unique(true));
    }

    /** Where the stream stood when this process looked last; another process may have heard more of it since. */
    Place remembered(String key) {
        var place = places.get(key);
        return place == null ? reached(key) : place;
    }

    /** Where the stream stands, as the store has it or will have it once all is written down. */
    Place reached(String key) {
        synchronized (unwritten) {
            var noted = unwritten.get(key);
            if (noted != null) {
                return noted;
            }
        }
        var found = heard.find(eq("_id", key)).first();
        var place = found == null ? Place.NOWHERE : place(found);
        places.put(key, place);
        return place;
    }

    /** The stream was heard up to here; to be written down with others. */
    void note(String key, Place place) {
        synchronized (unwritten) {
            unwritten.put(key, place);
        }
        places.put(key, place);
    }

    /** Writes down what was noted; what cannot be written stays noted. */
    void writeDown() {
        synchronized (unwritten) {
            if (!unwritten.isEmpty()) {
                heard.bulkWrite(unwritten.entrySet().stream()
                        .map(noted -> new ReplaceOneModel<>(
                                eq("_id", noted.getKey()), line(noted.getKey(), noted.getValue()), UPSERT))
                        .toList());
                unwritten.clear();
            }
        }
    }

    boolean isWrittenDown() {
        synchronized (unwritten) {
            return unwritten.isEmpty();
        }
    }

    /** The stream was heard up to here, which is written down at once. */
    void reach(String key, Place place) {
        synchronized (unwritten) {
            heard.replaceOne(eq("_id", key), line(key, place), UPSERT);
            unwritten.remove(key);
        }
        places.put(key, place);
    }

    private static Document line(String key, Place place) {
        return new Document("_id", key)
                .append("version", place.version())
                .append("part", place.part())
                .append("parts", place.parts())
                .append(PROTOCOL, place.protocol());
    }

    private static Place place(Document line) {
        return new Place(
                line.getLong("version"), line.getInteger("part"), line.getInteger("parts"), line.getInteger(PROTOCOL));
    }

    /** Reads from the store again, because other processes may have heard these streams in the meantime. */
    void lookAgain() {
        synchronized (unwritten) {
            unwritten.clear();
        }
        places.clear();
    }

    void park(Letter letter, String why) {
        var h = letter.heard();
        var id = letter.key() + "|" + h.version() + "|" + h.part();
        var document = new Document("_id", id)
                .append("key", letter.key())
                .append("version", h.version())
                .append("part", h.part())
                .append("parts", letter.place().parts())
                .append("source", h.source())
                .append("topic", h.topic())
                .append("partition", letter.partition())
                .append("stream", h.stream())
                .append("type", h.type())
                .append("at", h.at().toString())
                .append("correlation", h.correlation())
                .append(PROTOCOL, h.protocol())
                .append("actor", h.actor())
                .append("data", json.writeValueAsString(h.data()))
                .append("why", why)
                .append("parkedAt", Date.from(Instant.now()));
        waiting.add(letter.key());
        parked.replaceOne(eq("_id", id), document, UPSERT);
    }

    void unpark(Letter letter) {
        var h = letter.heard();
        parked.deleteOne(eq("_id", letter.key() + "|" + h.version() + "|" + h.part()));
    }

    /** Whether something of the stream may be parked, as far as this process knows. */
    boolean mayWait(String key) {
        return waiting.contains(key);
    }

    Optional<Parked> first(String key) {
        var found = parked.find(eq("key", key))
                .sort(Indexes.ascending("version", "part"))
                .first();
        if (found == null) {
            waiting.remove(key);
        }
        return Optional.ofNullable(found).map(this::parked);
    }

    /** The streams with something parked, of the given topic's partitions. */
    List<String> waiting(String topic, Collection<Integer> partitions) {
        return parked
                .find(and(eq("topic", topic), in("partition", partitions)))
                .map(document -> document.getString("key"))
                .into(new ArrayList<>())
                .stream()
                .distinct()
                .toList();
    }

    long parkedCount() {
        return parked.countDocuments();
    }

    List<Document> parkedSummary(int limit) {
        return parked.find().limit(limit).into(new ArrayList<>()).stream()
                .map(d -> new Document("stream", d.getString("stream"))
                        .append("topic", d.getString("topic"))
                        .append("type", d.getString("type"))
                        .append("version", d.getLong("version"))
                        .append("why", d.getString("why"))
                        .append("since", d.getDate("parkedAt").toInstant().toString()))
                .toList();
    }

    boolean isEmpty() {
        return heard.find().first() == null && parked.find().first() == null;
    }

    void clear() {
        lookAgain();
        waiting.clear();
        heard.deleteMany(new Document());
        parked.deleteMany(new Document());
    }

    private Parked parked(Document d) {
        var message = new Heard(
                d.getString("source"),
                d.getString("topic"),
                d.getString("stream"),
                d.getLong("version"),
                d.getInteger("part"),
                d.getString("type"),
                json.readTree(d.getString("data")),
                Instant.parse(d.getString("at")),
                d.getString("correlation"),
                d.getInteger(PROTOCOL),
                d.getString("actor"));
        return new Parked(new Letter(message, d.getInteger("parts"), d.getInteger("partition")), d.getString("why"));
    }
}
