package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.equipoise.adverseevent.application.Turns;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Turns that the processes of this service see together: the first to change the document, or to insert it, has it. */
public final class MongoTurns implements Turns {
    private final MongoCollection<Document> turns;

    public MongoTurns(MongoDatabase database) {
        turns = database.getCollection("delivery_turns");
    }

    @Override
    public boolean take(String errand, Instant now, Instant until) {
        var free = Filters.and(Filters.eq("_id", errand), Filters.lte("until", Date.from(now)));
        if (turns.updateOne(free, Updates.set("until", Date.from(until))).getMatchedCount() == 1) {
            return true;
        }
        try {
            turns.insertOne(new Document("_id", errand).append("until", Date.from(until)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void giveBack(String errand, Instant now) {
        turns.updateOne(Filters.eq("_id", errand), Updates.set("until", Date.from(now)));
    }
}
