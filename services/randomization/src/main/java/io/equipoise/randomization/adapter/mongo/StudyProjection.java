package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps what was told of each study: its design as far as allocation needs it, its status, its sites, its safety holds. */
public final class StudyProjection implements Projection {
    static final String STUDIES = "studies";
    static final String HOLDS = "holds";

    private final MongoCollection<Document> studies;

    public StudyProjection(MongoDatabase database) {
        this.studies = database.getCollection(STUDIES);
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "adverse-events");
    }

    @Override
    public List<String> collections() {
        return List.of(STUDIES);
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "StudyDefined.v1" ->
                keep(heard, set("design", DesignReading.of(heard.data().path("definition"))));
            case "StudyActivated.v1" -> keep(heard, set("activatedOn", heard.text("activatedOn")));
            case "StudyStatusChanged.v1" -> keep(heard, set("status", heard.text("status")));
            case "SiteOpened.v1" -> keep(heard, set("zones." + heard.text("site"), heard.text("zone")));
            case "SafetyHoldPlaced.v1" -> hold(heard, placed(heard));
            case "SafetyHoldLifted.v1" -> hold(heard, set(field(heard, "liftedAt"), heard.text("liftedAt")));
            default -> {}
        }
    }

    private static Bson placed(Heard heard) {
        var roles = new ArrayList<String>();
        heard.data().path("liftedBy").forEach(role -> roles.add(role.asString("")));
        return combine(set(field(heard, "placedAt"), heard.text("placedAt")), set(field(heard, "liftedBy"), roles));
    }

    private static String field(Heard heard, String name) {
        return HOLDS + "." + heard.text("hold") + "." + name;
    }

    /** Told in another stream than the study, whose place is not moved by it. */
    private void hold(Heard heard, Bson what) {
        studies.updateOne(eq("_id", heard.text("study")), what, new UpdateOptions().upsert(true));
    }

    private void keep(Heard heard, Bson what) {
        studies.updateOne(
                eq("_id", heard.text("study")),
                combine(what, set("heard", heard.version())),
                new UpdateOptions().upsert(true));
    }
}
