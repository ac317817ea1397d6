package io.equipoise.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Every anchor that a service's journal holds, to be compared with what the anchored service shows today. */
public final class AnchorBook<E> implements OwnProjection<E> {
    private static final String COLLECTION = "anchors";

    private final MongoCollection<Document> anchors;
    private final AnchorFact<E> words;

    public AnchorBook(MongoDatabase database, AnchorFact<E> words) {
        this.anchors = database.getCollection(COLLECTION);
        this.words = words;
        anchors.createIndex(Indexes.ascending("service", "lane", "to"), new IndexOptions().unique(true));
    }

    @Override
    public void apply(Commit<E> commit) {
        commit.facts().stream()
                .flatMap(fact -> words.seal().apply(fact).stream())
                .forEach(seal -> keep(seal, commit.by().recordedAt()));
    }

    private void keep(ClosedSeal anchor, Instant at) {
        var id = anchor.service() + "/" + anchor.lane() + "/" + anchor.to();
        var row = new Document("_id", id)
                .append("service", anchor.service())
                .append("lane", anchor.lane())
                .append("to", anchor.to())
                .append("seal", anchor.seal())
                .append("anchoredAt", at.toString());
        anchors.replaceOne(eq("_id", id), row, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<String> collections() {
        return List.of(COLLECTION);
    }

    List<Anchor> of(String service, Page page) {
        return anchors.find(and(eq("service", service), eq("lane", page.lane()), gt("to", page.after())))
                .sort(Sorts.ascending("to"))
                .limit(page.limit())
                .map(stored -> new Anchor(
                        stored.getString("service"),
                        stored.getInteger("lane"),
                        stored.getLong("to"),
                        stored.getString("seal"),
                        Instant.parse(stored.getString("anchoredAt"))))
                .into(new ArrayList<>());
    }
}
