package io.equipoise.platform.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * How far each reader of the journal and of the seals has come, which broker was told, and by which version of the code each
 * read model was built: kept apart from the journal.
 */
public final class Bookmarks {
    private static final String BROKER = "kafka-cluster";
    private static final String READ_MODEL = "read-model/";

    private final MongoCollection<Document> bookmarks;

    public Bookmarks(MongoDatabase database) {
        this.bookmarks = database.getCollection("bookmarks");
    }

    /** The last number that the reader is done with; 0 if it has not begun. */
    public long reached(String reader) {
        var bookmark = bookmarks.find(eq("_id", reader)).first();
        return bookmark == null ? 0 : bookmark.getLong("position");
    }

    public void reach(String reader, long position) {
        keep(reader, new Document("position", position));
    }

    /** Sends all readers whose names begin so back to the start. */
    public void restart(String beginning) {
        bookmarks.deleteMany(regex("_id", "^" + Pattern.quote(beginning)));
    }

    /** The broker that was told so far, if one was. */
    public Optional<String> broker() {
        return Optional.ofNullable(bookmarks.find(eq("_id", BROKER)).first()).map(known -> known.getString("cluster"));
    }

    public void told(String broker) {
        keep(BROKER, new Document("cluster", broker));
    }

    /** The version of the code that a read model was built by; empty where nobody noted it. */
    public Optional<Integer> builtBy(String collection) {
        return Optional.ofNullable(
                        bookmarks.find(eq("_id", READ_MODEL + collection)).first())
                .map(known -> known.getInteger("version"));
    }

    public void built(String collection, int version) {
        keep(READ_MODEL + collection, new Document("version", version));
    }

    private void keep(String id, Document what) {
        bookmarks.replaceOne(eq("_id", id), what.append("_id", id), new ReplaceOptions().upsert(true));
    }
}
