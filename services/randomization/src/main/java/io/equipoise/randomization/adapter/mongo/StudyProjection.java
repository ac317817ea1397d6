package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps what study-design told of each study: its design as far as allocation needs it, its status, its sites. */
public final class StudyProjection implements Projection {
    static final String STUDIES = "studies";

    private final MongoCollection<Document> studies;

    public StudyProjection(MongoDatabase database) {
        this.studies = database.getCollection(STUDIES);
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies");
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
            default -> {}
        }
    }

    private void keep(Heard heard, Bson what) {
        studies.updateOne(
                eq("_id", heard.text("study")),
                combine(what, set("heard", heard.version())),
                new UpdateOptions().upsert(true));
    }
}
