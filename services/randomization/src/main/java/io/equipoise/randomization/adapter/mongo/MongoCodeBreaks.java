package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.application.CodeBreaks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Code breaks as {@link CodeBreaksProjection} keeps them. */
public final class MongoCodeBreaks implements CodeBreaks {
    private static final Bson TOLD = exists("category");

    private final MongoCollection<Document> breaks;

    public MongoCodeBreaks(MongoDatabase database) {
        this.breaks = database.getCollection(CodeBreaksProjection.BREAKS);
    }

    @Override
    public List<Line> of(String study) {
        return breaks.find(and(eq("study", study), TOLD)).into(new ArrayList<>()).stream()
                .map(MongoCodeBreaks::line)
                .sorted(Comparator.comparing(Line::at).thenComparing(Line::subject))
                .toList();
    }

    @Override
    public boolean knows(SubjectId subject, Instant at) {
        return breaks.find(and(eq("_id", CodeBreaksProjection.id(subject.toString(), at)), TOLD))
                        .first()
                != null;
    }

    private static Line line(Document kept) {
        var assessedAt = kept.getString("assessedAt");
        return new Line(
                kept.getString("subject"),
                kept.getString("site"),
                kept.getString("category"),
                kept.getString("brokenBy"),
                Instant.parse(kept.getString("at")),
                kept.getString("deviation"),
                kept.getString("assessedBy"),
                assessedAt == null ? null : Instant.parse(assessedAt));
    }
}
