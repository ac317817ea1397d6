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

/** Keeps what enrolment told of each person: enrolled, in which stratum, withdrawn from treatment or not. */
public final class PeopleProjection implements Projection {
    static final String PEOPLE = "people";

    private final MongoCollection<Document> people;

    public PeopleProjection(MongoDatabase database) {
        this.people = database.getCollection(PEOPLE);
    }

    @Override
    public Set<String> topics() {
        return Set.of("enrolment");
    }

    @Override
    public List<String> collections() {
        return List.of(PEOPLE);
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "SubjectEnrolled.v1" ->
                keep(heard, combine(set("enrolledOn", heard.text("enrolledOn")), set("strata", strata(heard))));
            case "SubjectWithdrawn.v1" -> keep(heard, set("withdrawn", true));
            case "ConsentWithdrawn.v1" -> keep(heard, set("consentWithdrawn", true));
            case "ConsentGiven.v1" -> keep(heard, set("consentWithdrawn", false));
            default -> {}
        }
    }

    /** As a list of pairs, because a level's name may hold what a field's name may not. */
    private static List<Document> strata(Heard heard) {
        return heard.data().path("strata").properties().stream()
                .map(level -> new Document("factor", level.getKey())
                        .append("level", level.getValue().asString("")))
                .toList();
    }

    private void keep(Heard heard, Bson what) {
        people.updateOne(
                eq("_id", heard.text("subject")),
                combine(what, set("heard", heard.version())),
                new UpdateOptions().upsert(true));
    }
}
