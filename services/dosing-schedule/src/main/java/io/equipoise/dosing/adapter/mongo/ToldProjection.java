package io.equipoise.dosing.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

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
import org.bson.conversions.Bson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keeps what a dose is decided on: definitions, statuses, holds and sites, enrolments, consents and withdrawals, kits. */
public final class ToldProjection implements Projection {
    static final String DEFINITIONS = "definitions";
    static final String STATUSES = "statuses";
    static final String SITES = "sites";
    static final String CONSENTS = "consents";
    static final String WITHDRAWALS = "withdrawals";
    static final String KITS = "kits";
    static final String HOLDS = "holds";
    static final String PEOPLE = "people";
    static final String AT_SITES = "atSites";

    private static final ReplaceOptions REPLACE = new ReplaceOptions().upsert(true);
    private static final UpdateOptions UPDATE = new UpdateOptions().upsert(true);

    private final MongoDatabase database;

    public ToldProjection(MongoDatabase database) {
        this.database = database;
        for (var name : List.of(DEFINITIONS, STATUSES, PEOPLE, HOLDS)) {
            database.getCollection(name).createIndex(Indexes.ascending("study"));
        }
        for (var name : List.of(CONSENTS, WITHDRAWALS)) {
            database.getCollection(name).createIndex(Indexes.ascending("subject"));
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "enrolment", "randomization", "adverse-events");
    }

    @Override
    public List<String> collections() {
        return List.of(DEFINITIONS, STATUSES, SITES, CONSENTS, WITHDRAWALS, KITS, PEOPLE, HOLDS);
    }

    @Override
    public void apply(Heard heard) {
        var data = heard.data();
        switch (heard.type()) {
            case "StudyDefined.v1" -> version(data, "definition", excerpt(data.path("definition")));
            case "StudyActivated.v1" -> activated(heard);
            case "SiteVersionActivated.v1" ->
                version(heard.data(), AT_SITES + "." + heard.text("site"), heard.text("activatedOn"));
            case "StudyStatusChanged.v1" -> keep(STATUSES, told(heard, "study", "status", "asOf", "reason"));
            case "SiteOpened.v1" ->
                keep(
                        SITES,
                        new Document("_id", heard.text("study") + "/" + heard.text("site"))
                                .append("zone", heard.text("zone")));
            case "ConsentGiven.v1" ->
                keep(CONSENTS, told(heard, "subject").append("given", true).append("on", heard.text("givenOn")));
            case "ConsentWithdrawn.v1" ->
                keep(CONSENTS, told(heard, "subject").append("given", false).append("on", heard.text("withdrawnOn")));
            case "SubjectEnrolled.v1" -> person(heard, "enrolledOn");
            case "SubjectRandomized.v1" -> person(heard, "randomizedOn");
            case "SubjectWithdrawn.v1" -> keep(WITHDRAWALS, told(heard, "subject", "on", "scope"));
            case "KitDispensed.v1" -> dispensed(heard);
            case "KitReturned.v1" -> kit(heard, set("returnedAt", heard.text("returnedAt")));
            case "SafetyHoldPlaced.v1" -> hold(heard, placed(heard));
            case "SafetyHoldLifted.v1" -> hold(heard, set("liftedAt", heard.text("liftedAt")));
            default -> {
                // others' facts that no infusion is decided on
            }
        }
    }

    /** Definition and activation come as two messages; each fills its own field of the version, in either order. */
    private void version(JsonNode data, String field, String value) {
        var study = data.path("study").stringValue();
        int version = data.path("version").intValue();
        database.getCollection(DEFINITIONS)
                .updateOne(
                        eq("_id", study + "/" + version),
                        combine(set("study", study), set("version", version), set(field, value)),
                        UPDATE);
    }

    private void activated(Heard heard) {
        version(heard.data(), "activatedOn", heard.text("activatedOn"));
        version(heard.data(), "scope", heard.data().path("scope").asString("ENROLMENT_AND_DOSING"));
    }

    private void person(Heard heard, String day) {
        database.getCollection(PEOPLE)
                .updateOne(
                        eq("_id", heard.text("subject")),
                        combine(set("study", heard.text("study")), set(day, heard.text(day))),
                        UPDATE);
    }

    /** Only what this service reads, as text: names in a definition may be anything, and numbers stay exact. */
    private static String excerpt(JsonNode definition) {
        var kept = JsonNodeFactory.instance.objectNode();
        for (var part : List.of("companions", "design", "dosing", "imaging", "status", "visits")) {
            if (definition.has(part)) {
                kept.set(part, definition.get(part));
            }
        }
        return kept.toString();
    }

    private void dispensed(Heard heard) {
        kit(
                heard,
                combine(
                        set("kit", heard.text("kit")),
                        set("subject", heard.text("subject")),
                        set("dose", heard.data().path("dose").intValue()),
                        set("packagingLot", heard.text("packagingLot")),
                        set("dispensedAt", heard.text("dispensedAt"))));
    }

    private static Bson placed(Heard heard) {
        var roles = new ArrayList<String>();
        heard.data().path("liftedBy").forEach(role -> roles.add(role.asString("")));
        return combine(set("placedAt", heard.text("placedAt")), set("liftedBy", roles));
    }

    private void hold(Heard heard, Bson fields) {
        database.getCollection(HOLDS)
                .updateOne(eq("_id", heard.text("hold")), combine(set("study", heard.text("study")), fields), UPDATE);
    }

    private void kit(Heard heard, Bson fields) {
        database.getCollection(KITS)
                .updateOne(eq("_id", heard.text("study") + "/" + heard.text("kit")), fields, UPDATE);
    }

    private void keep(String collection, Document document) {
        database.getCollection(collection).replaceOne(eq("_id", document.getString("_id")), document, REPLACE);
    }

    /** One line a message, in the order of its stream. */
    private static Document told(Heard heard, String... fields) {
        var document = new Document("_id", "%s/%08d/%04d".formatted(heard.stream(), heard.version(), heard.part()));
        for (var field : fields) {
            document.append(field, heard.text(field));
        }
        return document;
    }
}
