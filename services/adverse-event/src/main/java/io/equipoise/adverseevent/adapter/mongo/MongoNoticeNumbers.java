package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.NoticeNumbers;
import org.bson.Document;

/** Written once: the next number is the last plus one, and the unique index decides who got it. */
public final class MongoNoticeNumbers implements NoticeNumbers {
    private static final String NUMBER = "number";
    private final MongoCollection<Document> notices;

    public MongoNoticeNumbers(MongoDatabase database) {
        notices = database.getCollection("notice_numbers");
        notices.createIndex(Indexes.ascending("subscription", NUMBER), new IndexOptions().unique(true));
    }

    @Override
    public long number(String subscription, String notice) {
        var id = subscription + " " + notice;
        while (true) {
            var given = notices.find(Filters.eq("_id", id)).first();
            if (given != null) {
                return given.getLong(NUMBER);
            }
            try {
                notices.insertOne(new Document("_id", id)
                        .append("subscription", subscription)
                        .append(NUMBER, last(subscription) + 1));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    private long last(String subscription) {
        var newest = notices.find(Filters.eq("subscription", subscription))
                .sort(Sorts.descending(NUMBER))
                .first();
        return newest == null ? 0 : newest.getLong(NUMBER);
    }
}
