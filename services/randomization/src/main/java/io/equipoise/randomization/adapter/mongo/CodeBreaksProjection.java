package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopeOpened;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Code breaks, one document each, open until their impact is documented. No reason, no text and no arm is in it. */
public final class CodeBreaksProjection implements OwnProjection<AllocationEvent> {
    static final String BREAKS = "code-breaks";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> breaks;

    public CodeBreaksProjection(MongoDatabase database) {
        breaks = database.getCollection(BREAKS);
        breaks.createIndex(Indexes.ascending("study"));
    }

    @Override
    public List<String> collections() {
        return List.of(BREAKS);
    }

    @Override
    public void apply(Commit<AllocationEvent> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof CodeBroken broken) {
                put(
                        broken.study(),
                        broken.subject(),
                        broken.at(),
                        set("site", broken.site()),
                        set("category", broken.category().name()),
                        set("brokenBy", broken.brokenBy()));
            } else if (fact instanceof BrokenForSafety broken) {
                put(
                        broken.study(),
                        broken.subject(),
                        broken.at(),
                        set("site", broken.site()),
                        set("category", "SAFETY_REPORT"),
                        set("brokenBy", broken.brokenBy()));
            } else if (fact instanceof EnvelopeOpened opened) {
                put(
                        opened.study(),
                        opened.subject(),
                        opened.at(),
                        set("site", opened.site()),
                        set("category", "OFFLINE_" + opened.category().name()),
                        set("brokenBy", opened.openedBy()));
            } else if (fact instanceof CodeBreakAssessed assessed) {
                put(
                        assessed.study(),
                        assessed.subject(),
                        assessed.brokenAt(),
                        set("deviation", assessed.deviation().name()),
                        set("assessedBy", assessed.assessedBy()),
                        set("assessedAt", commit.by().recordedAt().toString()));
            }
        }
    }

    /** The two streams that tell of one code break may come in either order. */
    private void put(String study, String subject, Instant at, Bson... what) {
        breaks.updateOne(
                eq("_id", id(subject, at)),
                combine(combine(what), set("study", study), set("subject", subject), set("at", at.toString())),
                UPSERT);
    }

    static String id(String subject, Instant at) {
        return subject + "/" + at;
    }
}
