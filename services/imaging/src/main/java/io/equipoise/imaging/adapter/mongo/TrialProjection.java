package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What others told: who is in a study, who left it, which scans a definition has, which scans a calendar expects and when,
 * in which zone a site lives. Each document is written from one stream, so the order between streams does not matter.
 */
public final class TrialProjection implements Projection {
    static final String SUBJECTS = "subjects";
    static final String EXPECTED = "expected";
    static final String STUDIES = "studies";
    static final String SITES = "sites";
    static final String SCREEN_FAILED = "screening failed";
    private static final String ID = "_id";

    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> expected;
    private final MongoCollection<Document> studies;
    private final MongoCollection<Document> sites;

    public TrialProjection(MongoDatabase database) {
        subjects = database.getCollection(SUBJECTS);
        expected = database.getCollection(EXPECTED);
        studies = database.getCollection(STUDIES);
        sites = database.getCollection(SITES);
        subjects.createIndex(Indexes.ascending("study"));
        expected.createIndex(Indexes.ascending("study"));
        expected.createIndex(Indexes.ascending("subject"));
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "enrolment", "dosing");
    }

    @Override
    public List<String> collections() {
        return List.of(SUBJECTS, EXPECTED, STUDIES, SITES);
    }

    /** 2: the periods of a crossover. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "StudyDefined.v1" -> defined(heard);
            case "SiteOpened.v1" -> opened(heard);
            case "SubjectRegistered.v1", "SubjectEnrolled.v1" -> registered(heard);
            case "SubjectScreenFailed.v1" -> closed(heard, "on", SCREEN_FAILED);
            case "ConsentWithdrawn.v1" -> closed(heard, "withdrawnOn", "consent withdrawn");
            case "SubjectWithdrawn.v1" -> withdrawn(heard);
            case "CalendarPlanned.v1", "CalendarRecalculated.v1" -> planned(heard);
            default -> {
                // Other facts of these topics say nothing of scans.
            }
        }
    }

    private void defined(Heard heard) {
        var definition = heard.data().path("definition");
        var imaging = definition.path("imaging");
        var timePoints = new ArrayList<String>();
        for (var scan : imaging.path("scans").path("value")) {
            if (scan.path("scan").isString()) {
                timePoints.add(scan.path("scan").stringValue());
            }
        }
        var study = heard.text("study");
        studies.replaceOne(
                eq(ID, study),
                new Document(ID, study)
                        .append("timePoints", timePoints)
                        .append("modality", text(imaging.path("modality").path("value")))
                        .append(CrossoverTold.FIELD, CrossoverTold.kept(definition)),
                new ReplaceOptions().upsert(true));
    }

    private void opened(Heard heard) {
        var site = heard.text("study") + "/" + heard.text("site");
        sites.replaceOne(
                eq(ID, site),
                new Document(ID, site).append("zone", heard.text("zone")),
                new ReplaceOptions().upsert(true));
    }

    private void registered(Heard heard) {
        subjects.updateOne(
                eq(ID, heard.text("subject")),
                setOnInsert("study", heard.text("study")),
                new UpdateOptions().upsert(true));
    }

    /** Who leaves only the treatment stays in the study and is scanned on; who leaves the study is not. */
    private void withdrawn(Heard heard) {
        if (heard.text("scope").equals("STUDY")) {
            closed(heard, "on", "withdrawn from the study");
        }
    }

    private void closed(Heard heard, String day, String because) {
        var subject = heard.text("subject");
        var on = heard.text(day);
        var known = subjects.find(eq(ID, subject)).first();
        var before = known == null ? null : known.getString("closedOn");
        if (before != null && before.compareTo(on) <= 0) {
            return;
        }
        subjects.updateOne(
                eq(ID, subject),
                combine(setOnInsert("study", heard.text("study")), set("closedOn", on), set("closedBecause", because)),
                new UpdateOptions().upsert(true));
    }

    private void planned(Heard heard) {
        var subject = heard.text("subject");
        for (var entry : heard.data().path("entries")) {
            if ("SCAN".equals(text(entry.path("kind")))) {
                var timePoint = text(entry.path("entry"));
                var id = subject + "/" + timePoint;
                expected.replaceOne(
                        eq(ID, id),
                        new Document(ID, id)
                                .append("subject", subject)
                                .append("study", heard.text("study"))
                                .append("timePoint", timePoint)
                                .append("title", text(entry.path("title")))
                                .append("planned", text(entry.path("planned")))
                                .append("earliest", text(entry.path("earliest")))
                                .append("latest", text(entry.path("latest")))
                                .append("state", text(entry.path("state")))
                                .append("knownSince", heard.at().toString()),
                        new ReplaceOptions().upsert(true));
            }
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
