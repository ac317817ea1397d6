package io.equipoise.ehr.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.ehr.application.AskedFacts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** What the newest definition of each study asks of a person. */
public final class AskedFactsProjection implements Projection, AskedFacts {
    private static final String COLLECTION = "asked_facts";

    private final MongoCollection<Document> studies;

    public AskedFactsProjection(MongoDatabase database) {
        this.studies = database.getCollection(COLLECTION);
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies");
    }

    @Override
    public List<String> collections() {
        return List.of(COLLECTION);
    }

    @Override
    public void apply(Heard heard) {
        if (!heard.type().equals("StudyDefined.v1")) {
            return;
        }
        var study = heard.text("study");
        var eligibility = heard.data().path("definition").path("eligibility");
        var facts = new ArrayList<>(eligibility
                .path("facts")
                .valueStream()
                .map(AskedFactsProjection::fact)
                .toList());
        admission(eligibility).forEach(asked -> {
            if (facts.stream().noneMatch(known -> Objects.equals(known.get("fact"), asked.get("fact")))) {
                facts.add(asked);
            }
        });
        studies.replaceOne(
                Filters.eq("_id", study),
                new Document("_id", study).append("facts", facts),
                new ReplaceOptions().upsert(true));
    }

    /** What follows from who may come at all, as enrolment asks for it too. */
    private static List<Document> admission(JsonNode eligibility) {
        var asked = new ArrayList<Document>();
        if (List.of("FEMALE", "MALE").contains(stated(eligibility.path("sex")).asString(""))) {
            asked.add(asked("sex", "CODE", List.of("FEMALE", "MALE", "OTHER")));
        }
        if (List.of("REFUSED", "ONLY")
                .contains(stated(eligibility.path("healthyVolunteers")).asString(""))) {
            asked.add(asked("healthyVolunteer", "YES_NO", List.of()));
        }
        if (stated(eligibility.path("guardian")).path("below").isIntegralNumber()) {
            asked.add(asked("birthDate", "DATE", List.of()));
        }
        return asked;
    }

    private static JsonNode stated(JsonNode open) {
        return open.path("basis").asString("").equals("unknown") ? open.path("") : open.path("value");
    }

    private static Document asked(String fact, String type, List<String> codes) {
        return new Document("fact", fact).append("type", type).append("codes", codes);
    }

    private static Document fact(JsonNode fact) {
        return new Document("fact", fact.path("fact").asString(""))
                .append("type", fact.path("type").asString(""))
                .append(
                        "codes",
                        fact.path("codes").valueStream().map(JsonNode::asString).toList());
    }

    @Override
    public Optional<Map<String, Asked>> of(String study) {
        return Optional.ofNullable(studies.find(Filters.eq("_id", study)).first())
                .map(found -> {
                    var facts = new LinkedHashMap<String, Asked>();
                    found.getList("facts", Document.class)
                            .forEach(fact -> facts.put(
                                    fact.getString("fact"),
                                    new Asked(fact.getString("type"), fact.getList("codes", String.class))));
                    return facts;
                });
    }
}
