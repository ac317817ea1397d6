package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.FeedEntry;
import io.equipoise.adverseevent.application.FeedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The feed's numbers. Written once, like a journal: the next number is the last one known plus one, and the unique index
 * decides who got it. It is not rebuilt with the projections, because clients hold these numbers; so a number is given
 * only once the store keeps it through a crash.
 */
public final class MongoFeedLog implements FeedLog {
    private final MongoCollection<Document> entries;
    private long known;

    public MongoFeedLog(MongoDatabase database) {
        entries = database.getCollection("alert_feed").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        entries.createIndex(Indexes.ascending("source"), new IndexOptions().unique(true));
        known = last();
    }

    @Override
    public synchronized FeedEntry append(String source, String kind, Map<String, Object> data) {
        while (true) {
            var next = new Document("_id", known + 1)
                    .append("source", source)
                    .append("kind", kind)
                    .append("data", new Document(data));
            try {
                entries.insertOne(next);
                known++;
                return entry(next);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            known = last();
            var given = entries.find(Filters.eq("source", source)).first();
            if (given != null) {
                return entry(given);
            }
        }
    }

    @Override
    public List<FeedEntry> after(long number, int limit) {
        var consecutive = new ArrayList<FeedEntry>();
        for (var stored : entries.find(Filters.gt("_id", number))
                .sort(Sorts.ascending("_id"))
                .limit(limit)) {
            if (stored.getLong("_id") != number + consecutive.size() + 1) {
                break;
            }
            consecutive.add(entry(stored));
        }
        return consecutive;
    }

    @Override
    public long last() {
        var newest = entries.find().sort(Sorts.descending("_id")).first();
        return newest == null ? 0 : newest.getLong("_id");
    }

    private static FeedEntry entry(Document stored) {
        return new FeedEntry(stored.getLong("_id"), stored.getString("kind"), stored.get("data", Document.class));
    }
}
