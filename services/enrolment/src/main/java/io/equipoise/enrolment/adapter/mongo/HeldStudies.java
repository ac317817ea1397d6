package io.equipoise.enrolment.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.enrolment.application.Studies;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.SafetyHold;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Studies with the safety holds that are open: adverse-event tells when one is placed and when it is lifted. */
public final class HeldStudies implements Studies, Projection {
    private final MongoCollection<Document> holds;
    private final Studies studies;

    public HeldStudies(MongoDatabase database, Studies studies) {
        this.holds = database.getCollection("holds");
        this.studies = studies;
        holds.createIndex(new Document("study", 1));
    }

    @Override
    public Set<String> topics() {
        return Set.of("adverse-events");
    }

    @Override
    public List<String> collections() {
        return List.of("holds");
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "SafetyHoldPlaced.v1" -> keep(heard, placed(heard));
            case "SafetyHoldLifted.v1" -> keep(heard, set("liftedAt", heard.text("liftedAt")));
            default -> {
                // what happened to people is not enrolment's to know
            }
        }
    }

    private static Bson placed(Heard heard) {
        var roles = new ArrayList<String>();
        heard.data().path("liftedBy").forEach(role -> roles.add(role.asString("")));
        return combine(set("placedAt", heard.text("placedAt")), set("liftedBy", roles));
    }

    private void keep(Heard heard, Bson what) {
        holds.updateOne(
                eq("_id", heard.text("hold")),
                combine(set("study", heard.text("study")), what),
                new UpdateOptions().upsert(true));
    }

    private List<SafetyHold> open(String study) {
        return holds.find(and(eq("study", study), eq("liftedAt", null)))
                .sort(new Document("_id", 1))
                .map(hold -> new SafetyHold(
                        hold.getString("_id"),
                        Instant.parse(hold.getString("placedAt")),
                        hold.getList("liftedBy", String.class)))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Study> find(String study) {
        return studies.find(study).map(found -> found.under(open(study)));
    }

    @Override
    public Optional<Study> find(String study, String site) {
        return studies.find(study, site).map(found -> found.under(open(study)));
    }

    @Override
    public Optional<Protocol> protocol(String study, int version) {
        return studies.protocol(study, version);
    }

    @Override
    public List<String> all() {
        return studies.all();
    }
}
