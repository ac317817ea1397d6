package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.Expected;
import io.equipoise.imaging.application.ScanPlans;
import io.equipoise.imaging.domain.ScanPlan;
import io.equipoise.imaging.domain.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Answers what others told, from {@link TrialProjection}'s collections. */
public final class MongoScanPlans implements ScanPlans {
    private static final String CLOSED_ON = "closedOn";

    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> expected;
    private final MongoCollection<Document> studies;
    private final MongoCollection<Document> sites;

    public MongoScanPlans(MongoDatabase database) {
        subjects = database.getCollection(TrialProjection.SUBJECTS);
        expected = database.getCollection(TrialProjection.EXPECTED);
        studies = database.getCollection(TrialProjection.STUDIES);
        sites = database.getCollection(TrialProjection.SITES);
    }

    @Override
    public ScanPlan of(SubjectId subject, String timePoint) {
        var person = subjects.find(eq("_id", subject.toString())).first();
        var study = studies.find(eq("_id", subject.study())).first();
        var entry = expected.find(eq("_id", subject + "/" + timePoint)).first();
        return new ScanPlan(
                person != null,
                entry != null
                        || (study != null
                                && study.getList("timePoints", String.class).contains(timePoint)),
                entry == null ? null : window(entry),
                closed(person),
                study == null ? null : study.getString("modality"));
    }

    @Override
    public ZoneId zone(String study, String site) {
        var found = sites.find(eq("_id", study + "/" + site)).first();
        if (found == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(found.getString("zone"));
        } catch (DateTimeException unheardOf) {
            return ZoneOffset.UTC;
        }
    }

    @Override
    public List<Expected> expectedOf(SubjectId subject) {
        var closed = closed(subjects.find(eq("_id", subject.toString())).first()) != null;
        return stream(expected.find(eq("subject", subject.toString())).sort(Sorts.ascending("planned", "timePoint")))
                .map(entry -> expected(entry, closed))
                .toList();
    }

    @Override
    public List<Expected> expectedIn(String study) {
        var closed = new HashSet<String>();
        for (var subject : subjects.find(eq("study", study))) {
            if (subject.getString(CLOSED_ON) != null) {
                closed.add(subject.getString("_id"));
            }
        }
        return stream(expected.find(eq("study", study)).sort(Sorts.ascending("_id")))
                .filter(entry -> !closed.contains(entry.getString("subject")))
                .map(entry -> expected(entry, false))
                .toList();
    }

    @Override
    public List<String> studies() {
        return stream(studies.find().sort(Sorts.ascending("_id")))
                .map(study -> study.getString("_id"))
                .toList();
    }

    private static Stream<Document> stream(Iterable<Document> found) {
        return StreamSupport.stream(found.spliterator(), false);
    }

    private static Expected expected(Document entry, boolean closed) {
        var state = entry.getString("state");
        var timePoint = entry.getString("timePoint");
        var title = entry.getString("title");
        return new Expected(
                SubjectId.parse(entry.getString("subject")).orElseThrow(),
                timePoint,
                title == null ? timePoint : title,
                date(entry, "planned"),
                window(entry),
                !closed && !"CANCELLED".equals(state),
                Instant.parse(entry.getString("knownSince")));
    }

    private static Window window(Document entry) {
        return new Window(date(entry, "earliest"), date(entry, "latest"));
    }

    private static @Nullable LocalDate date(Document document, String field) {
        var text = document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static ScanPlan.@Nullable Closed closed(@Nullable Document person) {
        var on = person == null ? null : date(person, CLOSED_ON);
        return person == null || on == null ? null : new ScanPlan.Closed(on, person.getString("closedBecause"));
    }
}
