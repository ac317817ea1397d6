package io.equipoise.ehr.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.application.KnownSubjects;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which subjects there are, and which have left. */
public final class SubjectsProjection implements Projection, KnownSubjects {
    private static final String COLLECTION = "subjects";
    private static final String LEFT = "left";

    private final MongoCollection<Document> subjects;

    public SubjectsProjection(MongoDatabase database) {
        this.subjects = database.getCollection(COLLECTION);
    }

    @Override
    public Set<String> topics() {
        return Set.of("enrolment");
    }

    @Override
    public List<String> collections() {
        return List.of(COLLECTION);
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "SubjectRegistered.v1" -> write(heard, Updates.set("registered", true));
            case "ConsentWithdrawn.v1" -> write(heard, Updates.set(LEFT, "consent was withdrawn"));
            case "SubjectScreenFailed.v1" -> write(heard, Updates.set(LEFT, "screening failed"));
            case "SubjectWithdrawn.v1" -> {
                if (heard.text("scope").equals("STUDY")) {
                    write(heard, Updates.set(LEFT, "withdrawn from the study"));
                }
            }
            default -> {
                // Other facts say nothing about who may be written of.
            }
        }
    }

    private void write(Heard heard, Bson change) {
        subjects.updateOne(Filters.eq("_id", heard.text("subject")), change, new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<Known> find(SubjectId subject) {
        return Optional.ofNullable(subjects.find(Filters.eq("_id", subject.toString())).first())
                .map(found -> new Known(subject, found.getString(LEFT)));
    }
}
