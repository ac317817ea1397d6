package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.randomization.application.KnownStudies;
import io.equipoise.randomization.application.Studies;
import io.equipoise.randomization.application.StudyStanding;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.SafetyHold;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Studies as {@link StudyProjection} keeps them. */
public final class MongoStudies implements Studies, KnownStudies {
    /** Statuses of ClinicalTrials.gov in which people are treated. */
    private static final Set<String> TREATING =
            Set.of("RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING");

    private static final Design NOT_TOLD = new Design(List.of(), List.of(), List.of("/design"));

    private final MongoCollection<Document> studies;

    public MongoStudies(MongoDatabase database) {
        this.studies = database.getCollection(StudyProjection.STUDIES);
    }

    @Override
    public Optional<StudyStanding> find(String study) {
        return Optional.ofNullable(studies.find(eq("_id", study)).first()).map(kept -> standing(study, kept));
    }

    @Override
    public List<String> names() {
        return studies.distinct("_id", String.class).into(new ArrayList<>());
    }

    private static StudyStanding standing(String study, Document kept) {
        var design = kept.get("design", Document.class);
        var status = kept.getString("status");
        boolean underWay = kept.containsKey("activatedOn") && status != null && TREATING.contains(status);
        return new StudyStanding(
                study, design == null ? NOT_TOLD : DesignReading.toDesign(design), underWay, zones(kept), holds(kept));
    }

    private static List<SafetyHold> holds(Document kept) {
        var told = kept.get(StudyProjection.HOLDS, new Document());
        return told.keySet().stream()
                .sorted()
                .map(hold -> hold(hold, told.get(hold, Document.class)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SafetyHold> hold(String hold, Document told) {
        var placedAt = told.getString("placedAt");
        return placedAt == null || told.containsKey("liftedAt")
                ? Optional.empty()
                : Optional.of(new SafetyHold(hold, Instant.parse(placedAt), told.getList("liftedBy", String.class)));
    }

    private static Map<String, ZoneId> zones(Document kept) {
        var zones = new HashMap<String, ZoneId>();
        kept.get("zones", new Document()).forEach((site, zone) -> zones.put(site, ZoneId.of(String.valueOf(zone))));
        return zones;
    }
}
