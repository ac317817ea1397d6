package io.equipoise.adverseevent.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.adverseevent.application.ToldForStopping;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingRule;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doses, and the stopping rules that study definitions state, as the other rooms told them. */
public final class StoppingToldProjection implements Projection, ToldForStopping {
    private static final Logger LOG = LoggerFactory.getLogger(StoppingToldProjection.class);

    private final MongoCollection<Document> doses;
    private final MongoCollection<Document> definitions;
    private final JsonMapper json;

    public StoppingToldProjection(MongoDatabase database, JsonMapper json) {
        doses = database.getCollection("stopping_doses");
        definitions = database.getCollection("stopping_definitions");
        this.json = json;
        doses.createIndex(Indexes.ascending("study"));
        definitions.createIndex(Indexes.ascending("study"));
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "dosing");
    }

    @Override
    public List<String> collections() {
        return List.of("stopping_doses", "stopping_definitions");
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "DoseAdministered.v1", "DoseTakenAsNeeded.v1" -> dose(heard);
            case "StudyDefined.v1" -> defined(heard);
            case "StudyActivated.v1" -> version(heard, set("activatedOn", heard.text("activatedOn")));
            default -> {
                // what no stopping rule needs
            }
        }
    }

    private void dose(Heard heard) {
        var id = heard.text("subject") + "/" + heard.text("startedAt");
        put(
                doses,
                new Document("_id", id)
                        .append("study", heard.text("study"))
                        .append("subject", heard.text("subject"))
                        .append("startedAt", heard.text("startedAt")));
    }

    private void defined(Heard heard) {
        version(
                heard,
                set(
                        "rules",
                        stated(heard.data().path("definition").path("safety").path("stoppingRules"))));
    }

    private void version(Heard heard, Bson what) {
        var id = heard.text("study") + "/" + heard.data().path("version").asInt();
        definitions.updateOne(
                eq("_id", id), combine(set("study", heard.text("study")), what), new UpdateOptions().upsert(true));
    }

    /** An open value stays open: only what somebody has said counts. */
    private static List<String> stated(JsonNode told) {
        var rules = new ArrayList<String>();
        if (!told.path("basis").asString("").equalsIgnoreCase("unknown")) {
            told.path("value").forEach(rule -> rules.add(rule.toString()));
        }
        return rules;
    }

    private static void put(MongoCollection<Document> where, Document what) {
        where.replaceOne(eq("_id", what.getString("_id")), what, new ReplaceOptions().upsert(true));
    }

    @Override
    public boolean knows(String study) {
        return definitions.find(eq("study", study)).first() != null;
    }

    @Override
    public List<ExposureNoted> doses(String study) {
        return doses.find(eq("study", study))
                .sort(Sorts.ascending("startedAt", "_id"))
                .map(dose ->
                        new ExposureNoted(study, dose.getString("subject"), Instant.parse(dose.getString("startedAt"))))
                .into(new ArrayList<>());
    }

    @Override
    public List<StoppingRule> stated(String study, int version) {
        var told = definitions.find(eq("_id", study + "/" + version)).first();
        var rules = new ArrayList<StoppingRule>();
        for (var text : told == null ? List.<String>of() : told.getList("rules", String.class, List.of())) {
            try {
                rules.add(json.readValue(text, StoppingRule.class));
            } catch (JacksonException | NullPointerException unreadable) {
                LOG.warn("a stopping rule of {} version {} cannot be read: it does not count", study, version);
            }
        }
        return rules;
    }

    @Override
    public List<String> studies() {
        return definitions.distinct("study", String.class).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }
}
