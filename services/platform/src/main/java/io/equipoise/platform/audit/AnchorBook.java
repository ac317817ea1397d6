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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.Document;

/** Every anchor that a service's journal holds, to be compared with what the anchored service shows today. */
public final class AnchorBook<E> implements OwnProjection<E> {
    private static final String COLLECTION = "anchors";

    private final MongoCollection<Document> anchors;
    private final BiFunction<E, Instant, Stream<Anchor>> reading;

    /** @param reading the anchor in a fact recorded at an instant, if it is one */
    public AnchorBook(MongoDatabase database, BiFunction<E, Instant, Stream<Anchor>> reading) {
        this.anchors = database.getCollection(COLLECTION);
        this.reading = reading;
        anchors.createIndex(Indexes.ascending("service", "lane", "to"), new IndexOptions().unique(true));
    }

    @Override
    public void apply(Commit<E> commit) {
        commit.facts().stream()
                .flatMap(fact -> reading.apply(fact, commit.by().recordedAt()))
                .forEach(this::keep);
    }

    private void keep(Anchor anchor) {
        var id = anchor.service() + "/" + anchor.lane() + "/" + anchor.to();
        var row = new Document("_id", id)
                .append("service", anchor.service())
                .append("lane", anchor.lane())
                .append("to", anchor.to())
                .append("seal", anchor.seal())
                .append("anchoredAt", anchor.anchoredAt().toString());
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
