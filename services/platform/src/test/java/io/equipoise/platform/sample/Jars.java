package io.equipoise.platform.sample;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.List;
import org.bson.Document;

/** Keeps what each commit put into its jar, and what was said with it. */
final class Jars implements OwnProjection<Tally.Event> {
    private final MongoCollection<Document> jars;

    Jars(MongoDatabase database) {
        this.jars = database.getCollection("jars");
    }

    @Override
    public void apply(Commit<Tally.Event> commit) {
        for (var fact : commit.facts()) {
            var id = commit.stream() + "/" + commit.version();
            var row = switch (fact) {
                case Tally.Event.Added(var stones, var secret) ->
                    new Document("_id", id).append("stones", stones).append("said", secret);
                case Tally.Event.Whispered(var secret) -> new Document("_id", id).append("said", secret);
            };
            jars.replaceOne(Filters.eq("_id", id), row, new ReplaceOptions().upsert(true));
        }
    }

    @Override
    public List<String> collections() {
        return List.of("jars");
    }
}
