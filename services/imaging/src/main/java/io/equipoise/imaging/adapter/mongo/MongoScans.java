package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.ScanView;
import io.equipoise.imaging.application.Scans;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers which scans came, from {@link ScanProjection}'s collection. */
public final class MongoScans implements Scans {
    private final MongoCollection<Document> scans;

    public MongoScans(MongoDatabase database) {
        scans = database.getCollection(ScanProjection.SCANS);
    }

    @Override
    public List<ScanView> of(SubjectId subject) {
        return found(eq("subject", subject.toString()), "acquiredOn");
    }

    @Override
    public List<ScanView> in(String study) {
        return found(eq("study", study), "_id");
    }

    @Override
    public List<ScanView> waiting() {
        return found(eq(ScanProjection.STAGE, ScanProjection.Stage.PASSED.name()), "_id");
    }

    private List<ScanView> found(Bson filter, String order) {
        var views = new ArrayList<ScanView>();
        for (var scan : scans.find(filter).sort(Sorts.ascending(order))) {
            views.add(view(scan));
        }
        return views;
    }

    private static ScanView view(Document scan) {
        return new ScanView(
                scan.getString("_id"),
                SubjectId.parse(scan.getString("subject")).orElseThrow(),
                scan.getString("timePoint"),
                new ScanView.Images(
                        scan.getString("studyInstanceUid"),
                        LocalDate.parse(scan.getString("acquiredOn")),
                        scan.getString("modality"),
                        scan.getString("bodyPart"),
                        Contrast.valueOf(scan.getString("contrast")),
                        scan.getInteger("instances")),
                Instant.parse(scan.getString("receivedAt")),
                queries(scan),
                quality(scan.get("quality", Document.class)),
                read(scan.get("read", Document.class)));
    }

    private static ScanView.@Nullable Quality quality(@Nullable Document seen) {
        return seen == null
                ? null
                : new ScanView.Quality(
                        seen.getBoolean("passed"),
                        seen.getList("findings", String.class),
                        LocalDate.parse(seen.getString("on")));
    }

    private static ScanView.@Nullable Read read(@Nullable Document counted) {
        return counted == null
                ? null
                : new ScanView.Read(
                        LocalDate.parse(counted.getString("readOn")),
                        counted.getBoolean("evaluable"),
                        queries(counted));
    }

    private static List<Query> queries(Document document) {
        return document.getList("queries", String.class).stream()
                .map(Query::valueOf)
                .toList();
    }
}
