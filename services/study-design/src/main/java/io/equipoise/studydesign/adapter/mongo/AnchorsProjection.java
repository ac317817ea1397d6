package io.equipoise.studydesign.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import io.equipoise.studydesign.application.NewestAnchors;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The newest anchor of each lane of each service. */
public final class AnchorsProjection implements OwnProjection<DesignFact>, NewestAnchors {
    private static final String COLLECTION = "anchors";

    private final MongoCollection<Document> anchors;

    public AnchorsProjection(MongoDatabase database) {
        this.anchors = database.getCollection(COLLECTION);
    }

    @Override
    public void apply(Commit<DesignFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof SealAnchored(var service, var lane, var to, var seal)) {
                var id = service + "/" + lane;
                var known = anchors.find(Filters.eq("_id", id)).first();
                if (known == null || known.getLong("to") <= to) {
                    anchors.replaceOne(
                            Filters.eq("_id", id),
                            new Document("_id", id)
                                    .append("service", service)
                                    .append("lane", lane)
                                    .append("to", to)
                                    .append("seal", seal)
                                    .append(
                                            "anchoredAt",
                                            commit.by().recordedAt().toString()),
                            new ReplaceOptions().upsert(true));
                }
            }
        }
    }

    @Override
    public List<String> collections() {
        return List.of(COLLECTION);
    }

    @Override
    public List<Anchor> all() {
        return anchors.find()
                .sort(Sorts.ascending("_id"))
                .map(stored -> new Anchor(
                        new SealAnchored(
                                stored.getString("service"),
                                stored.getInteger("lane"),
                                stored.getLong("to"),
                                stored.getString("seal")),
                        Instant.parse(stored.getString("anchoredAt"))))
                .into(new ArrayList<>());
    }
}
