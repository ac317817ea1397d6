package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.imaging.domain.ExpectationEvent;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.Query;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.List;
import org.bson.Document;

/** The scans that came, one document each. What was counted is not in it: counts stay encrypted in the journal. */
public final class ScanProjection implements OwnProjection<ImagingEvent> {
    static final String SCANS = "scans";
    static final String STAGE = "stage";

    private final MongoCollection<Document> scans;

    /** How far a scan has come. */
    enum Stage {
        RECEIVED,
        PASSED,
        FAILED,
        READ
    }

    public ScanProjection(MongoDatabase database) {
        scans = database.getCollection(SCANS);
        scans.createIndex(Indexes.ascending("subject"));
        scans.createIndex(Indexes.ascending("study"));
        scans.createIndex(Indexes.ascending(STAGE));
    }

    @Override
    public List<String> collections() {
        return List.of(SCANS);
    }

    @Override
    public void apply(Commit<ImagingEvent> commit) {
        for (var fact : commit.facts()) {
            switch (fact) {
                case ScanReceived came -> received(came, commit);
                case ScanQualityChecked seen ->
                    scans.updateOne(
                            eq("_id", seen.scan()),
                            combine(
                                    set(STAGE, (seen.passed() ? Stage.PASSED : Stage.FAILED).name()),
                                    set("quality", quality(seen))));
                case ScanRead counted ->
                    scans.updateOne(
                            eq("_id", counted.scan()),
                            combine(set(STAGE, Stage.READ.name()), set("read", read(counted))));
                case ScanDeidentified _ -> {
                    // Shown in no list.
                }
                case ExpectationEvent _ -> {
                    // Nothing came, so there is no scan to show.
                }
            }
        }
    }

    private void received(ScanReceived came, Commit<ImagingEvent> commit) {
        var images = came.images();
        var received = new Document("_id", came.scan())
                .append("subject", came.subject().toString())
                .append("study", came.subject().study())
                .append("timePoint", came.timePoint())
                .append("studyInstanceUid", images.studyInstanceUid())
                .append("acquiredOn", images.acquiredOn().toString())
                .append("modality", images.modality())
                .append("bodyPart", images.bodyPart())
                .append("contrast", images.contrast().name())
                .append("instances", images.instances().size())
                .append("receivedAt", commit.by().recordedAt().toString())
                .append("queries", names(came.queries()))
                .append(STAGE, Stage.RECEIVED.name());
        scans.replaceOne(eq("_id", came.scan()), received, new ReplaceOptions().upsert(true));
    }

    private static Document quality(ScanQualityChecked seen) {
        return new Document("passed", seen.passed())
                .append("findings", seen.findings())
                .append("on", seen.on().toString());
    }

    private static Document read(ScanRead counted) {
        return new Document("readOn", counted.readOn().toString())
                .append("evaluable", counted.evaluable())
                .append("queries", names(counted.queries()));
    }

    private static List<String> names(List<Query> queries) {
        return queries.stream().map(Query::name).toList();
    }
}
